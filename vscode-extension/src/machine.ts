// What finding the server needs from the machine: its PATH, its files and its Pythons.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { ask, type Python } from './python';

export interface Machine {
  windows: boolean;
  /** The full path of a program on the PATH. */
  which(program: string): string | undefined;
  exists(path: string): boolean;
  /** What the Python that `command` starts says about itself, or nothing if there is none. */
  python(command: readonly string[]): Promise<Python | undefined>;
  /** The version of the turnout that `program` is, or nothing if it is something else. */
  turnout(program: string): Promise<string | undefined>;
}

/** This machine; what it runs, it runs in the folder `cwd`. */
export function thisMachine(cwd: string): Machine {
  const windows = process.platform === 'win32';
  return {
    windows,
    which: (program) => which(program, windows),
    exists: existsSync,
    python: (command) => ask(command, cwd),
    turnout: (program) => version(program, cwd),
  };
}

function which(program: string, windows: boolean): string | undefined {
  const endings = windows ? (process.env['PATHEXT'] ?? '.EXE').split(';') : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const paths = folders.flatMap((folder) => endings.map((ending) => join(folder, program + ending)));
  return paths.find((path) => existsSync(path));
}

function version(program: string, cwd: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { cwd, timeout: 15_000, windowsHide: true }, (error, stdout) => {
      resolve(error ? undefined : /^turnout (\S+)/.exec(stdout)?.[1]);
    });
  });
}
