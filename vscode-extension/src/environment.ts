// Makes the extension's own virtual environment and installs the server into it, from the wheel that the extension brings.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Python } from './python';
import { pythonOf } from './server';

export interface Wheel {
  path: string;
  version: string;
}

/** What a set-up tells while it runs, and how it is told to stop. */
export interface Progress {
  step(text: string): void;
  line(text: string): void;
  signal: AbortSignal;
}

/** The wheel in `folder`: `turnout-0.1.0-py3-none-any.whl` is version 0.1.0. */
export function findWheel(folder: string): Wheel | undefined {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const name of names.reverse()) {
    const version = /^turnout-([^-]+)-.*\.whl$/.exec(name)?.[1];
    if (version !== undefined) {
      return { path: join(folder, name), version };
    }
  }
  return undefined;
}

/** Makes `environment` anew with `python`; one that stays unfinished is removed. */
export async function makeEnvironment(environment: string, python: Python, wheel: Wheel, progress: Progress): Promise<void> {
  rmSync(environment, { recursive: true, force: true });
  try {
    progress.step(`Making a virtual environment with Python ${python.version.join('.')}…`);
    await run(python.executable, ['-m', 'venv', environment], progress);
    await installWheel(environment, wheel, progress);
  } catch (error) {
    rmSync(environment, { recursive: true, force: true });
    throw error;
  }
}

export async function installWheel(environment: string, wheel: Wheel, progress: Progress): Promise<void> {
  progress.step(`Installing turnout ${wheel.version} and its libraries…`);
  const python = pythonOf(environment, process.platform === 'win32');
  await run(python, ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', wheel.path], progress);
}

function run(command: string, args: string[], { line, signal }: Progress): Promise<void> {
  line(`> ${[command, ...args].join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { signal, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let last = '';
    const tell = (text: string): void => {
      for (const one of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
        line(one);
        last = /^(ERROR|Error)\b/.test(one) || !/^(ERROR|Error)\b/.test(last) ? one : last;
      }
    };
    child.stdout.setEncoding('utf8').on('data', tell);
    child.stderr.setEncoding('utf8').on('data', tell);
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(explain(args, last)))));
  });
}

function explain(args: string[], last: string): string {
  return args[1] === 'venv'
    ? `This Python cannot make virtual environments. On Debian and Ubuntu the package python3-venv is missing. (${last})`
    : last;
}
