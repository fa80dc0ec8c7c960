// Type-checks many small projects in one process with TypeScript 5; what they share (React, Next.js, the libraries) is
// parsed once. JSON on stdin lists the folders, JSON on stdout the errors of each.
const { createRequire } = require('node:module');
const path = require('node:path');

const { home, folders } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const ts = createRequire(path.join(home, 'package.json'))('typescript');

const parsed = new Map();

function hostFor(options) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, version, ...rest) => {
    if (!file.includes('/node_modules/')) return getSourceFile.call(host, file, version, ...rest);
    if (!parsed.has(file)) parsed.set(file, getSourceFile.call(host, file, version, ...rest));
    return parsed.get(file);
  };
  return host;
}

function errorsOf(folder) {
  const settings = ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(settings.config, ts.sys, folder);
  delete options.incremental;
  const program = ts.createProgram(fileNames, options, hostFor(options));
  const found = [settings.error ?? [], errors, ts.getPreEmitDiagnostics(program)].flat();
  return found.map(({ file, start, code, messageText }) => ({
    path: file ? path.relative(folder, file.fileName) : '',
    line: file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0,
    code: `TS${code}`,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}

process.stdout.write(JSON.stringify(folders.map(errorsOf)));
