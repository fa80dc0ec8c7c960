// Where the server is found, on machines that are made up.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Machine } from '../src/machine';
import type { Python } from '../src/python';
import { findServer, type Places } from '../src/server';
import { isTrouble } from '../src/trouble';

const NOTHING: Places = { command: [], interpreter: undefined, folders: [], environment: '/own/venv' };

const OLD = [3, 8, 10] as const;
const NEW = [3, 12, 1] as const;

/** A machine with these Pythons by path; those in a folder `bin` of `onPath` are on its PATH, as is turnout if it has one. */
function machine(
  pythons: Record<string, { version?: Python['version']; turnout?: string }>,
  { turnout, other, windows = false }: { turnout?: string; other?: string; windows?: boolean } = {},
): Machine {
  const ask = (path: string): Python | undefined => {
    const facts = pythons[path];
    return facts && { executable: path, version: facts.version ?? NEW, turnout: facts.turnout ?? null };
  };
  return {
    windows,
    which: (program) => (program === 'turnout' ? (turnout ?? other) : Object.keys(pythons).find((path) => path === `/bin/${program}`)),
    exists: (path) => path in pythons,
    python: ([path]) => Promise.resolve(ask(path ?? '')),
    turnout: (program) => Promise.resolve(program === turnout ? '0.1.0' : undefined),
  };
}

/** What was found, in one line: the command, or the trouble and the Python it is about. */
async function found(places: Partial<Places>, here: Machine): Promise<string> {
  const server = await findServer({ ...NOTHING, ...places }, here);
  if (!isTrouble(server)) {
    return [server.command, ...server.args].join(' ');
  }
  const about = 'python' in server ? server.python : 'tooOld' in server ? server.tooOld : undefined;
  return [server.kind, about?.executable ?? ''].join(' ').trim();
}

test('The command in the settings goes before everything and is not doubted', async () => {
  const places = { command: ['/x/turnout', 'lsp', '-v'], interpreter: '/x/python' };
  assert.equal(await found(places, machine({})), '/x/turnout lsp -v');
});

test('The interpreter in the settings is used when it has turnout', async () => {
  const here = machine({ '/x/python': { turnout: '0.1.0' } }, { turnout: '/bin/turnout' });
  assert.equal(await found({ interpreter: '/x/python' }, here), '/x/python -m turnout lsp');
});

test('An interpreter in the settings without turnout is what the set-up starts from', async () => {
  const here = machine({ '/x/python': {}, '/bin/python3': {} });
  assert.equal(await found({ interpreter: '/x/python' }, here), 'no-turnout /x/python');
});

test('An interpreter in the settings that does not start is told, though another would do', async () => {
  const here = machine({ '/bin/python3': { turnout: '0.1.0' } });
  assert.equal(await found({ interpreter: '/gone/python' }, here), 'bad-interpreter');
});

test("A workspace's virtual environment goes before the PATH", async () => {
  const python = join('/app', '.venv', 'bin', 'python');
  const here = machine({ [python]: { turnout: '0.1.0' } }, { turnout: '/bin/turnout' });
  assert.equal(await found({ folders: ['/app'] }, here), `${python} -m turnout lsp`);
  assert.equal(await found({}, here), '/bin/turnout lsp');
});

test('On Windows a virtual environment keeps its Python elsewhere', async () => {
  const python = join('/app', 'venv', 'Scripts', 'python.exe');
  const here = machine({ [python]: { turnout: '0.1.0' } }, { windows: true });
  assert.equal(await found({ folders: ['/app'] }, here), `${python} -m turnout lsp`);
});

test('A program that is only called turnout is passed over', async () => {
  const here = machine({ '/bin/python': { turnout: '0.1.0' } }, { other: '/bin/turnout' });
  assert.equal(await found({}, here), '/bin/python -m turnout lsp');
});

test("The extension's own environment goes before a Python on the PATH", async () => {
  const own = join('/own/venv', 'bin', 'python');
  const here = machine({ [own]: { turnout: '0.1.0' }, '/bin/python3': { turnout: '0.0.1' } });
  assert.equal(await found({}, here), `${own} -m turnout lsp`);
});

test('Without turnout a Python that is new enough is offered for the set-up', async () => {
  assert.equal(await found({}, machine({ '/bin/python3': { version: OLD }, '/bin/python': {} })), 'no-turnout /bin/python');
});

test('A Python that goes by its number is found behind an old one', async () => {
  assert.equal(await found({}, machine({ '/bin/python3': { version: OLD }, '/bin/python3.12': {} })), 'no-turnout /bin/python3.12');
});

test('An old Python is told apart from none', async () => {
  const here = machine({ '/bin/python3': { version: OLD, turnout: '0.1.0' } });
  assert.equal(await found({}, here), 'no-python /bin/python3');
  assert.equal(await found({}, machine({})), 'no-python');
});
