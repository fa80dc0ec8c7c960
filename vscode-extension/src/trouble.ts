// Says in one message why the server does not run, with buttons for what helps.
import { describe, OLDEST, type Python } from './python';
import { COMMAND_SETTING, type Server } from './server';

/** Why there is no server. */
export type Trouble =
  | { kind: 'no-python'; tooOld: Python | undefined }
  | { kind: 'no-turnout'; python: Python }
  | { kind: 'bad-interpreter'; interpreter: string }
  | { kind: 'bad-command'; server: Server; reason: string }
  | { kind: 'stopped'; server: Server; exit: string; lastWords: string }
  | { kind: 'not-set-up'; reason: string };

/** What the buttons say. */
export const BUTTONS = {
  'set-up': 'Set Up Turnout',
  'choose-python': 'Choose Python…',
  'get-python': 'Get Python',
  settings: 'Open Settings',
  restart: 'Try Again',
  log: 'Show Log',
} as const;

/** What a button does. */
export type Remedy = keyof typeof BUTTONS;

export interface Advice {
  text: string;
  remedies: readonly Remedy[];
}

export function isTrouble(found: object): found is Trouble {
  return 'kind' in found;
}

/** The first few words of it, for the status item. */
export function summarize(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'no-python':
      return `no Python ${OLDEST.join('.')} or newer`;
    case 'no-turnout':
      return 'the server is not installed';
    case 'bad-interpreter':
    case 'bad-command':
      return 'it could not be started';
    case 'stopped':
      return trouble.exit;
    case 'not-set-up':
      return 'not set up';
  }
}

export function advise(trouble: Trouble): Advice {
  const oldest = OLDEST.join('.');
  switch (trouble.kind) {
    case 'no-python': {
      const seen = trouble.tooOld === undefined ? 'none was found' : `what was found is ${describe(trouble.tooOld)}`;
      return {
        text: `Turnout needs Python ${oldest} or newer, and ${seen}.`,
        remedies: ['get-python', 'choose-python', 'log'],
      };
    }
    case 'no-turnout':
      return {
        text: `Turnout's server is not installed yet. It can be set up for VS Code alone, with ${describe(trouble.python)}.`,
        remedies: ['set-up', 'choose-python', 'log'],
      };
    case 'bad-interpreter':
      return {
        text: `Turnout could not start the Python in the setting turnout.server.interpreter: ${trouble.interpreter}`,
        remedies: ['choose-python', 'settings', 'log'],
      };
    case 'bad-command': {
      const command = [trouble.server.command, ...trouble.server.args].join(' ');
      return {
        text: `Turnout could not start its server. ${trouble.reason}: ${command} (found in ${trouble.server.foundIn})`,
        remedies: ['restart', elsewhere(trouble.server), 'log'],
      };
    }
    case 'stopped': {
      const words = trouble.lastWords === '' ? '' : ` It said: ${trouble.lastWords}`;
      return {
        text: `Turnout's server stopped (${trouble.exit}).${words}`,
        remedies: ['restart', elsewhere(trouble.server), 'log'],
      };
    }
    case 'not-set-up':
      return {
        text: `Turnout's server could not be set up. ${trouble.reason}`,
        remedies: ['set-up', 'choose-python', 'log'],
      };
  }
}

/** What leads to another server: while the settings name one, a set-up would not. */
function elsewhere(server: Server): Remedy {
  return server.foundIn === COMMAND_SETTING ? 'settings' : 'set-up';
}
