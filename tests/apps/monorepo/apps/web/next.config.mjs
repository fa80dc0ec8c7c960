/** @type {import('next').NextConfig} */
const nextConfig = {
  transpilePackages: ['@acme/client', '@acme/ui'],
};

export default nextConfig;
