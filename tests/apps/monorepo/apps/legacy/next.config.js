module.exports = {
  basePath: '/legacy',
  reactStrictMode: true,
};
