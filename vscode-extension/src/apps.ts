// Tells whether there is a Next.js app in this window, so that the server stays away from all other projects.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TextDocument, type Uri, workspace } from 'vscode';

const CONFIGS = ['js', 'mjs', 'cjs', 'ts', 'mts'].map((ending) => `next.config.${ending}`);
const MANY = 300;

/** The files that make a folder an app. */
export const SIGNS_OF_AN_APP = `**/{package.json,${CONFIGS.join(',')}}`;

/** Whether the window shows an app, or a part of one, or a file of one. */
export async function isThereAnApp(): Promise<boolean> {
  if (workspace.textDocuments.some(isInAnApp)) {
    return true;
  }
  const signs = await workspace.findFiles(SIGNS_OF_AN_APP, '**/node_modules/**', MANY);
  return signs.some(makesAnApp);
}

export function isInAnApp({ uri }: TextDocument): boolean {
  return uri.scheme === 'file' && ancestors(dirname(uri.fsPath)).some(isAnApp);
}

/** Whether this package.json or config stands in an app's folder, and not in a package that the app depends on. */
export function makesAnApp({ fsPath, path }: Uri): boolean {
  return !path.includes('/node_modules/') && isAnApp(dirname(fsPath));
}

function isAnApp(folder: string): boolean {
  return CONFIGS.some((name) => existsSync(join(folder, name))) || dependsOnNext(join(folder, 'package.json'));
}

function dependsOnNext(manifest: string): boolean {
  try {
    return /"next"\s*:/.test(readFileSync(manifest, 'utf8')); // also in one that is being edited and isn't JSON right now
  } catch {
    return false;
  }
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}
