module.exports = { experimental: { serverActions: { bodySizeLimit: '10mb' } } };
