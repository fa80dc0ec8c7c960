// Asks Next.js's own functions about routes: reads {patterns, appFiles, names} from stdin, writes the answers.
const path = require('node:path');
const home = process.argv[2];
const next = (name) => require(path.join(home, 'node_modules/next/dist', name));
const { getSortedRoutes } = next('shared/lib/router/utils/sorted-routes.js');
const { validateAppPaths } = next('build/validate-app-paths.js');
const { normalizeAppPath } = next('shared/lib/router/utils/app-paths.js');
const interception = next('shared/lib/router/utils/interception-routes.js');
const { createValidFileMatcher } = next('server/lib/find-page-file.js');

const attempt = (ask) => {
  try {
    return { answer: ask() };
  } catch (error) {
    return { error: error.message };
  }
};
const url = (file) => {
  const page = normalizeAppPath(file.replace(/\.\w+$/, '')).replace(/%5F/g, '_');
  return interception.isInterceptionRouteAppPath(page)
    ? interception.extractInterceptionRouteInformation(page).interceptedRoute
    : page;
};
const matcher = createValidFileMatcher(['tsx', 'ts', 'jsx', 'js'], '/app');
const kind = (file) => {
  if (matcher.isMetadataFile(`/app/${file}`)) return 'metadata';
  if (matcher.isAppRouterRoute(`/app/${file}`)) return 'route-handler';
  return matcher.isAppRouterPage(`/app/${file}`) ? 'page' : null;
};

const asked = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
console.log(
  JSON.stringify({
    sorted: asked.patterns.map((patterns) => attempt(() => getSortedRoutes(patterns))),
    validated: asked.patterns.map((patterns) => attempt(() => validateAppPaths(patterns).length)),
    urls: asked.appFiles.map((file) => attempt(() => url(file))),
    kinds: asked.names.map(kind),
  }),
);
