// Shows a trouble to the user, and does what the button says that the user clicks.
import { commands, env, Uri, window } from 'vscode';
import { SECTION } from './settings';
import { advise, BUTTONS, type Remedy, type Trouble } from './trouble';

export async function tell(trouble: Trouble): Promise<void> {
  const { text, remedies } = advise(trouble);
  const buttons = remedies.map((remedy) => ({ title: BUTTONS[remedy], remedy }));
  const clicked = await window.showErrorMessage(text, ...buttons);
  if (clicked !== undefined) {
    await apply(clicked.remedy);
  }
}

function apply(remedy: Remedy): Thenable<unknown> {
  switch (remedy) {
    case 'set-up':
      return commands.executeCommand('turnout.setUp');
    case 'choose-python':
      return commands.executeCommand('turnout.choosePython');
    case 'get-python':
      return env.openExternal(Uri.parse('https://www.python.org/downloads/'));
    case 'settings':
      return commands.executeCommand('workbench.action.openSettings', `${SECTION}.server`);
    case 'restart':
      return commands.executeCommand('turnout.restart');
    case 'log':
      return commands.executeCommand('turnout.showLog');
  }
}
