// Bundles the extension into one file, with --package as it goes into the package, or with --tests its tests.
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const shared = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

if (process.argv.includes('--tests')) {
  rmSync('dist-test', { recursive: true, force: true });
  const tests = readdirSync('test').filter((name) => name.endsWith('.test.ts'));
  await build({ ...shared, entryPoints: tests.map((name) => `test/${name}`), outdir: 'dist-test', sourcemap: 'inline' });
} else {
  const minify = process.argv.includes('--package');
  rmSync('dist', { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    minify,
    sourcemap: !minify,
    legalComments: 'eof',
  });
  if (minify) {
    // The marketplace shows these two of the project, and they are kept in one place.
    for (const page of ['LICENSE', 'CHANGELOG.md'].filter((page) => existsSync(`../${page}`))) {
      copyFileSync(`../${page}`, page);
    }
  }
}
