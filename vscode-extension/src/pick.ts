// Asks which Python runs the server.
import { type QuickPickItem, window } from 'vscode';
import type { Machine } from './machine';
import { isNewEnough, OLDEST } from './python';
import { findPythons } from './server';

/** The path of a Python, or nothing when the user thought better of it. */
export async function pickPython(machine: Machine): Promise<string | undefined> {
  const browse: QuickPickItem = { label: '$(folder-opened) Browse…', alwaysShow: true };
  const pythons = findPythons(machine).then((found) => [
    ...found.filter(isNewEnough).map(
      (python): QuickPickItem => ({
        label: python.executable,
        description: `Python ${python.version.join('.')}${python.turnout === null ? '' : `, turnout ${python.turnout}`}`,
      }),
    ),
    browse,
  ]);
  const picked = await window.showQuickPick(pythons, {
    title: `The Python that runs Turnout (${OLDEST.join('.')} or newer)`,
    matchOnDescription: true,
  });
  if (picked !== browse) {
    return picked?.label;
  }
  const files = await window.showOpenDialog({ title: 'A Python program', openLabel: 'Use This Python' });
  return files?.[0]?.fsPath;
}
