// Finds the server: the first of the places where one may be that has a turnout which runs.
import { dirname, join } from 'node:path';
import type { Machine } from './machine';
import { isNewEnough, type Python } from './python';
import type { Trouble } from './trouble';

/** How to start the server, and where it was found, in words for the log. */
export interface Server {
  command: string;
  args: string[];
  foundIn: string;
  /** The version of turnout, where it was asked for. */
  version?: string;
}

export const COMMAND_SETTING = 'the setting turnout.server.command';

/** The virtual environment that the extension made, and so keeps up to date. */
export const OWN_ENVIRONMENT = "the extension's own virtual environment";

export interface Places {
  /** The setting `turnout.server.command`. */
  command: readonly string[];
  /** The setting `turnout.server.interpreter`. */
  interpreter: string | undefined;
  /** The workspace's folders; none unless they are trusted, because what is in them gets started. */
  folders: readonly string[];
  /** The virtual environment that "Set Up Turnout" makes. */
  environment: string;
}

export async function findServer(places: Places, machine: Machine): Promise<Server | Trouble> {
  const [command, ...args] = places.command;
  if (command !== undefined) {
    return { command, args, foundIn: COMMAND_SETTING };
  }

  let chosen: Python | undefined;
  if (places.interpreter !== undefined) {
    chosen = await machine.python([places.interpreter]);
    if (chosen === undefined) {
      return { kind: 'bad-interpreter', interpreter: places.interpreter };
    }
    if (!isNewEnough(chosen)) {
      return { kind: 'no-python', tooOld: chosen };
    }
    if (chosen.turnout !== null) {
      return module(chosen, 'the setting turnout.server.interpreter');
    }
  }

  for (const folder of places.folders) {
    for (const name of ['.venv', 'venv']) {
      const python = await askEnvironment(join(folder, name), machine);
      if (python?.turnout) {
        return module(python, `${name} of the workspace`);
      }
    }
  }

  const program = machine.which('turnout');
  const version = program === undefined ? undefined : await machine.turnout(program);
  if (program !== undefined && version !== undefined) {
    return { command: program, args: ['lsp'], foundIn: 'the PATH', version };
  }

  const own = await askEnvironment(places.environment, machine);
  if (own?.turnout) {
    return module(own, OWN_ENVIRONMENT);
  }

  const pythons = await findPythons(machine);
  const ready = pythons.find((python) => isNewEnough(python) && python.turnout !== null);
  if (ready !== undefined) {
    return module(ready, 'a Python on the PATH');
  }
  const base = chosen ?? pythons.find(isNewEnough);
  return base === undefined ? { kind: 'no-python', tooOld: pythons[0] } : { kind: 'no-turnout', python: base };
}

/** The Pythons on the PATH, best first. */
export async function findPythons(machine: Machine): Promise<Python[]> {
  const pythons: Python[] = [];
  for (const [program, ...args] of machine.windows ? ON_WINDOWS : ELSEWHERE) {
    const path = machine.which(program);
    const python = path === undefined ? undefined : await machine.python([path, ...args]);
    if (python !== undefined && !pythons.some((other) => areTheSame(python, other))) {
      pythons.push(python);
    }
  }
  return pythons;
}

type Command = readonly [program: string, ...args: string[]];

const ON_WINDOWS: readonly Command[] = [['py', '-3'], ['python'], ['python3']];
// Where `python3` is the system's and too old, as on a Mac, a newer one goes by its number.
const NUMBERED = [14, 13, 12, 11, 10].map((minor): Command => [`python3.${minor}`]);
const ELSEWHERE: readonly Command[] = [['python3'], ['python'], ...NUMBERED];

/** `/usr/bin/python3` and `/usr/bin/python` of one version. */
function areTheSame(python: Python, other: Python): boolean {
  return dirname(python.executable) === dirname(other.executable) && String(python.version) === String(other.version);
}

/** Where a virtual environment keeps its Python. */
export function pythonOf(environment: string, windows: boolean): string {
  return windows ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');
}

async function askEnvironment(environment: string, machine: Machine): Promise<Python | undefined> {
  const path = pythonOf(environment, machine.windows);
  return machine.exists(path) ? machine.python([path]) : undefined;
}

function module(python: Python, foundIn: string): Server {
  return { command: python.executable, args: ['-m', 'turnout', 'lsp'], foundIn, version: python.turnout ?? '' };
}
