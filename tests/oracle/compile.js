// Runs Next.js's own compiler (SWC with its transforms) over files given as JSON on stdin, in one process, with the
// options that Next.js's own loader would give it. Prints, as JSON, what the compiler had to say about each.
const { createRequire } = require('node:module');
const path = require('node:path');

const [, , home] = process.argv;
process.chdir(home);
const requireFromHome = createRequire(path.join(home, 'package.json'));
const { getLoaderSWCOptions } = requireFromHome('next/dist/build/swc/options');
const swc = requireFromHome('next/dist/build/swc');

// Both sides of the App Router, and the Pages Router's two: layer names are Next.js's.
const LAYERS = {
  rsc: { bundleLayer: 'rsc', isServer: true, serverComponents: true },
  ssr: { bundleLayer: 'ssr', isServer: true, serverComponents: true },
  browser: { bundleLayer: 'app-pages-browser', isServer: false, serverComponents: true },
  pages: { bundleLayer: 'pages-dir-browser', isServer: false, serverComponents: true },
  api: { bundleLayer: 'api-node', isServer: true, serverComponents: false },
};

const ROOT = '/app-under-test';

async function complaintAbout({ path: file, code, layer, flags = [] }) {
  const filename = path.posix.join(ROOT, file);
  const pagesDir = path.posix.join(ROOT, 'pages');
  const options = getLoaderSWCOptions({
    ...LAYERS[layer],
    filename,
    relativeFilePathFromRoot: file,
    pagesDir,
    appDir: path.posix.join(ROOT, 'app'),
    isPageFile: filename.startsWith(pagesDir),
    development: false,
    hasReactRefresh: false,
    esm: true,
    isCacheComponents: false,
    useCacheEnabled: flags.includes('cache') || flags.includes('cache-alone'),
    cacheHandlers: flags.includes('cache') ? { sessions: './sessions.js' } : undefined,
    taintEnabled: flags.includes('taint'),
    trackDynamicImports: false,
    serverReferenceHashSalt: '',
    supportedBrowsers: [],
    compilerOptions: {},
    jsConfig: { compilerOptions: {} },
    pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
  });

  try {
    await swc.transform(code, { ...options, filename, sourceFileName: filename });
    return null;
  } catch (error) {
    return String(error.message ?? error);
  }
}

async function main() {
  let input = '';
  for await (const chunk of process.stdin) input += chunk;
  await swc.loadBindings();

  const complaints = [];
  for (const file of JSON.parse(input)) complaints.push(await complaintAbout(file));
  process.stdout.write(JSON.stringify(complaints));
}

main();
