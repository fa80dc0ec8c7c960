// Starts Turnout's language server for Next.js projects and puts its commands and its state into VS Code.
import { commands, ConfigurationTarget, type ExtensionContext, window, workspace } from 'vscode';
import { isInAnApp, makesAnApp, SIGNS_OF_AN_APP } from './apps';
import { thisMachine } from './machine';
import { pickPython } from './pick';
import { registerLensCommands } from './references';
import { Session } from './session';
import { readSettings, SECTION } from './settings';
import { createStatus } from './status';
import { tell } from './tell';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Turnout', { log: true });
  const status = createStatus();
  const running = new Session(context, log, status, (trouble) => void tell(trouble));
  session = running;

  const appCame = (is: boolean): void => {
    if (running.waitsForAnApp && is) {
      void running.start();
    }
  };
  const signs = workspace.createFileSystemWatcher(SIGNS_OF_AN_APP, false, false, true);
  context.subscriptions.push(
    log,
    status,
    signs,
    commands.registerCommand('turnout.restart', () => running.restart()),
    commands.registerCommand('turnout.setUp', () => running.setUp()),
    commands.registerCommand('turnout.showLog', () => log.show()),
    commands.registerCommand('turnout.choosePython', () => choosePython(context, running)),
    registerLensCommands(),
    signs.onDidCreate((file) => appCame(makesAnApp(file))),
    signs.onDidChange((file) => appCame(makesAnApp(file))),
    workspace.onDidOpenTextDocument((document) => appCame(isInAnApp(document))),
    workspace.onDidChangeWorkspaceFolders(() => appCame(true)),
    workspace.onDidGrantWorkspaceTrust(() => running.restart()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.server`) || change.affectsConfiguration(`${SECTION}.enable`)) {
        void running.restart();
      }
    }),
  );
  await running.start();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

async function choosePython(context: ExtensionContext, running: Session): Promise<void> {
  const python = await pickPython(thisMachine(context.globalStorageUri.fsPath));
  if (python === readSettings().interpreter) {
    await running.restart();
  } else if (python !== undefined) {
    const settings = workspace.getConfiguration(SECTION);
    const inWorkspace = settings.inspect('server.interpreter')?.workspaceValue !== undefined;
    const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await settings.update('server.interpreter', python, target); // a change of it restarts
  }
}
