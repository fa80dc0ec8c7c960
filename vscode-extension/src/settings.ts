// Reads the settings that the extension itself needs; the server asks for its own.
import { homedir } from 'node:os';
import { workspace } from 'vscode';

export const SECTION = 'turnout';

export interface Settings {
  enable: boolean;
  command: readonly string[];
  interpreter: string | undefined;
}

/** The settings as they are now; VS Code leaves out what an untrusted workspace says about the server. */
export function readSettings(): Settings {
  const settings = workspace.getConfiguration(SECTION);
  const interpreter = settings.get<string>('server.interpreter', '').trim();
  return {
    enable: settings.get('enable', true),
    command: settings.get<string[]>('server.command', []).map(expand),
    interpreter: interpreter === '' ? undefined : expand(interpreter),
  };
}

function expand(word: string): string {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const path = /^~(?=[/\\]|$)/.test(word) ? homedir() + word.slice(1) : word;
  return folder === undefined ? path : path.replaceAll('${workspaceFolder}', folder);
}
