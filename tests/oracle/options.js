// Asks Next.js's own readers of options about small apps given as JSON on stdin, in one process: next.config by the
// function that loads it, pages, route handlers, API routes and the proxy by the one that reads them without running
// them, and the compiler about what goes with `cacheComponents`. Prints, as JSON, what was said about each file.
const { createRequire } = require('node:module');
const fs = require('node:fs');
const path = require('node:path');

const [, , home] = process.argv;
process.chdir(home);
process.env.NODE_ENV = 'production';
process.env.NEXT_COMPILER_NAME = 'server';
const requireFromHome = createRequire(path.join(home, 'package.json'));
const swc = requireFromHome('next/dist/build/swc');
const { getLoaderSWCOptions } = requireFromHome('next/dist/build/swc/options');
const { getPageStaticInfo } = requireFromHome('next/dist/build/analysis/get-page-static-info');
const log = requireFromHome('next/dist/build/output/log');
const loadConfig = requireFromHome('next/dist/server/config').default;

const CODE = /\.[jt]sx?$/;
let said = [];
for (const name of ['warn', 'error', 'warnOnce', 'errorOnce']) {
  const say = (...words) => said.push(words.join(' '));
  try {
    log[name] = say;
  } catch {
    // Next.js's own modules may hold the functions already: what they print is caught below.
  }
}
for (const name of ['warn', 'error', 'log']) console[name] = (...words) => said.push(words.join(' '));
process.exit = () => {
  throw new Error('Next.js gave up');
};

async function heard(ask) {
  said = [];
  try {
    await ask();
  } catch (error) {
    said.push(String(error.message ?? error));
  }
  return said;
}

async function about(app) {
  const answers = {};
  let config = {};
  const configFile = fs.readdirSync(app).find((name) => name.startsWith('next.config.'));
  const complaints = await heard(async () => {
    config = await loadConfig('phase-production-build', app, { silent: false });
  });
  if (configFile) answers[configFile] = complaints;
  for (const file of fs.readdirSync(app, { recursive: true })) {
    const pageFilePath = path.join(app, file);
    if (CODE.test(file) && file !== configFile && fs.statSync(pageFilePath).isFile()) {
      answers[file] = await aboutFile(app, file, config);
    }
  }
  return answers;
}

async function aboutFile(app, file, nextConfig) {
  const inside = file.replace(/^src\//, '').replace(CODE, '');
  const isApp = inside.startsWith('app/');
  const page = `/${inside.replace(/^(app|pages)\//, '')}`;
  const pageFilePath = path.join(app, file);
  const isRead = isApp ? /\/(page|layout|route)$/.test(page) : /^(pages\/|proxy$|middleware$)/.test(inside);
  if (!isRead) return [];
  const pageType = isApp ? 'app' : inside.startsWith('pages/') ? 'pages' : 'root';
  return [
    ...(await heard(() => getPageStaticInfo({ pageFilePath, nextConfig, isDev: false, page, pageType }))),
    ...(isApp ? await heard(() => compiled(app, file, nextConfig)) : []),
  ];
}

async function compiled(app, file, nextConfig) {
  const filename = path.join(app, file);
  const options = getLoaderSWCOptions({
    bundleLayer: 'rsc',
    isServer: true,
    serverComponents: true,
    filename,
    relativeFilePathFromRoot: file,
    pagesDir: path.join(app, 'pages'),
    appDir: path.join(app, 'app'),
    isPageFile: false,
    development: false,
    hasReactRefresh: false,
    esm: true,
    isCacheComponents: Boolean(nextConfig.cacheComponents),
    useCacheEnabled: Boolean(nextConfig.experimental?.useCache ?? nextConfig.cacheComponents),
    taintEnabled: false,
    trackDynamicImports: false,
    serverReferenceHashSalt: '',
    supportedBrowsers: [],
    compilerOptions: {},
    jsConfig: { compilerOptions: {} },
    pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
  });
  await swc.transform(fs.readFileSync(filename, 'utf8'), { ...options, filename, sourceFileName: filename });
}

async function main() {
  let input = '';
  for await (const chunk of process.stdin) input += chunk;
  await swc.loadBindings();
  const answers = [];
  for (const app of JSON.parse(input)) answers.push(await about(app));
  process.stdout.write(JSON.stringify(answers));
}

main();
