// The client's options: what it tells the server, and what it keeps from the user.
import type { ChildProcess } from 'node:child_process';
import type { LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ProgressToken,
  ResponseError,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { LANGUAGES } from './languages';
import { LENS_COMMANDS } from './references';
import { SECTION } from './settings';

export interface Listener {
  /** The server works on something long: what, or nothing when it is done. */
  working(what: string | undefined): void;
  /** The connection is gone, unasked. */
  closed(): void;
}

/** A client that leaves it to the extension to say, once and with buttons, that there is no server. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data instanceof ResponseError ? withTraceback(data) : data, false);
  }
}

/** The error as the log can show it: Python's traceback comes in an object beside it. */
function withTraceback({ code, message, data }: ResponseError<unknown>): ResponseError<string | undefined> {
  const traceback = (data as { traceback?: unknown } | undefined)?.traceback;
  return new ResponseError(code, message, Array.isArray(traceback) ? traceback.join('') : JSON.stringify(data));
}

/** Tells the server which commands it may put behind its lenses. */
const LENSES: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { ...capabilities.experimental, commands: { commands: LENS_COMMANDS } };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

export function createClient(server: ChildProcess, log: LogOutputChannel, listener: Listener): LanguageClient {
  const works = new Map<ProgressToken, string>();
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES,
    synchronize: { configurationSection: SECTION },
    diagnosticCollectionName: 'turnout',
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // What the server logs comes as window/logMessage; its stderr says the same again, or, when it breaks, its last words.
    stdioOptions: { stdout: () => undefined, stderr: () => undefined },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed() {
        listener.closed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    middleware: {
      handleWorkDoneProgress(token, params, next) {
        if (params.kind === 'end') {
          works.delete(token);
        } else {
          const title = params.kind === 'begin' ? params.title : (works.get(token)?.split(':')[0] ?? 'working');
          works.set(token, params.message === undefined ? title : `${title}: ${params.message}`);
        }
        listener.working([...works.values()].at(-1));
        next(token, params);
      },
    },
  };
  const client = new QuietClient(SECTION, 'Turnout', () => Promise.resolve(server), options);
  client.registerFeature(LENSES);
  return client;
}
