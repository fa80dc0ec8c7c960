// Sets the server up in the extension's own virtual environment, with a progress notification that can be cancelled.
import { type LogOutputChannel, ProgressLocation, window } from 'vscode';
import { findWheel, installWheel, makeEnvironment, type Progress, type Wheel } from './environment';
import type { Machine } from './machine';
import { isNewEnough, type Python } from './python';
import { findPythons } from './server';
import type { Trouble } from './trouble';

export interface Setup {
  /** The folder of the virtual environment. */
  environment: string;
  /** The folder of the wheel that the extension brings. */
  wheels: string;
  machine: Machine;
  log: LogOutputChannel;
}

/** Makes the environment anew, with the Python `interpreter` or the best on the PATH; answers with what went wrong. */
export async function setUp(setup: Setup, interpreter: string | undefined): Promise<Trouble | undefined> {
  const { environment, wheels, machine, log } = setup;
  const wheel = findWheel(wheels);
  if (wheel === undefined) {
    return { kind: 'not-set-up', reason: 'This build of the extension brings no server: install it with `pip install turnout`.' };
  }
  const python = await basePython(interpreter, machine);
  if (python === undefined || !isNewEnough(python)) {
    return { kind: 'no-python', tooOld: python };
  }
  return withProgress('Setting up Turnout', log, (progress) => makeEnvironment(environment, python, wheel, progress));
}

/** Installs the wheel that the extension now brings where an older one was. */
export async function update({ environment, log }: Setup, wheel: Wheel): Promise<Trouble | undefined> {
  return withProgress('Updating Turnout', log, (progress) => installWheel(environment, wheel, progress));
}

async function basePython(interpreter: string | undefined, machine: Machine): Promise<Python | undefined> {
  if (interpreter !== undefined) {
    return machine.python([interpreter]);
  }
  const pythons = await findPythons(machine);
  return pythons.find(isNewEnough) ?? pythons[0];
}

async function withProgress(
  title: string,
  log: LogOutputChannel,
  work: (progress: Progress) => Promise<void>,
): Promise<Trouble | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (report, token): Promise<Trouble | undefined> => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      await work({
        step: (text) => {
          log.info(text);
          report.report({ message: text });
        },
        line: (text) => log.info(text),
        signal: abort.signal,
      });
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`${title}: ${reason}`);
      return { kind: 'not-set-up', reason: token.isCancellationRequested ? 'It was cancelled.' : reason };
    }
  });
}
