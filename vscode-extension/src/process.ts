// Runs the server's process and keeps what it last said, for the case that it stops.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Server } from './server';

const KEPT_LINES = 40;

export interface ServerProcess {
  child: ChildProcess;
  /** How it ended, in words; waits until it did. */
  ended: Promise<string>;
  /** The last lines that it wrote to stderr. */
  lastLines: string[];
}

/** Starts the server in the folder `cwd`; fails if there is no such program. */
export function launch(server: Server, cwd: string): Promise<ServerProcess> {
  return new Promise((resolve, reject) => {
    // Python's own encoding of pipes on Windows is the machine's, but file names and findings are in any language.
    const env = { ...process.env, PYTHONUTF8: '1' };
    const child = spawn(server.command, server.args, { cwd, env, windowsHide: true });
    const lastLines: string[] = [];
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      lastLines.push(...text.split(/\r?\n/).filter((line) => line.trim() !== ''));
      lastLines.splice(0, lastLines.length - KEPT_LINES);
    });
    const ended = new Promise<string>((resolve) => {
      child.once('close', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
    });
    child.once('error', reject);
    child.once('spawn', () => resolve({ child, ended, lastLines }));
  });
}

/** Why a program could not be run, in words. */
export function whyNotRun(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'There is no such program';
    case 'EACCES':
      return 'It is not a program that may be run';
    default:
      return message;
  }
}
