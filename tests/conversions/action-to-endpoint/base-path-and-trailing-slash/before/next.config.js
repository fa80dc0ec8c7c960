module.exports = { basePath: '/shop', trailingSlash: true };
