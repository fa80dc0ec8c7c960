// Asks a Python which version it is and whether it has turnout.
import { execFile } from 'node:child_process';

/** What a Python said about itself. */
export interface Python {
  executable: string;
  version: readonly [number, number, number];
  /** The version of turnout that it can import, if any. */
  turnout: string | null;
}

export const OLDEST = [3, 10] as const;

export function isNewEnough(python: Python): boolean {
  const [major, minor] = python.version;
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** "Python 3.8.10 (/usr/bin/python3)" */
export function describe(python: Python): string {
  return `Python ${python.version.join('.')} (${python.executable})`;
}

// Also understood by Python 2, so that an old one is told apart from none. Looking for pygls too tells an installed
// turnout from a folder that is only called so.
const QUESTION = `
import json, sys
facts = {"executable": sys.executable, "version": list(sys.version_info[:3]), "turnout": None}
try:
    from importlib import metadata, util
    if util.find_spec("turnout.cli") and util.find_spec("pygls"):
        facts["turnout"] = "?"
        facts["turnout"] = metadata.version("turnout")
except Exception:
    pass
print(json.dumps(facts))
`;

/** Runs `command` (such as `py -3`) in the folder `cwd`, which must not be one that a project controls: Python imports from it. */
export function ask(command: readonly string[], cwd: string): Promise<Python | undefined> {
  const [program, ...args] = command;
  if (program === undefined) {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    execFile(program, [...args, '-c', QUESTION], { cwd, timeout: 15_000, windowsHide: true }, (error, stdout) => {
      resolve(error ? undefined : parse(stdout));
    });
  });
}

function parse(answer: string): Python | undefined {
  try {
    return JSON.parse(answer) as Python;
  } catch {
    return undefined; // a stub that opens a shop instead, as on a fresh Windows
  }
}
