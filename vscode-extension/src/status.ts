// Shows in the language status item of JavaScript and TypeScript files what the server is doing.
import { type Disposable, languages, LanguageStatusSeverity } from 'vscode';
import { LANGUAGES } from './languages';

export type State =
  | { is: 'off' | 'no-app' | 'starting' | 'setting-up' }
  | { is: 'running'; version: string; what: string | undefined }
  | { is: 'stopped'; why: string };

export interface Status extends Disposable {
  show(state: State): void;
}

export function createStatus(): Status {
  const item = languages.createLanguageStatusItem('turnout.status', LANGUAGES);
  item.name = 'Turnout';
  return {
    show(state) {
      item.busy = state.is === 'starting' || state.is === 'setting-up' || (state.is === 'running' && state.what !== undefined);
      item.severity = state.is === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
      item.text = state.is === 'running' ? `Turnout ${state.version}` : 'Turnout';
      item.detail = describe(state);
      item.accessibilityInformation = { label: `${item.text}: ${item.detail}` };
      const restart = { command: 'turnout.restart', title: state.is === 'stopped' ? 'Start' : 'Restart' };
      item.command = state.is === 'off' || state.is === 'no-app' ? undefined : restart;
    },
    dispose: () => item.dispose(),
  };
}

function describe(state: State): string {
  switch (state.is) {
    case 'off':
      return 'switched off in the settings';
    case 'no-app':
      return 'no Next.js app in this window';
    case 'starting':
      return 'starting';
    case 'setting-up':
      return 'setting up the server';
    case 'running':
      return state.what ?? 'ready';
    case 'stopped':
      return `stopped: ${state.why}`;
  }
}
