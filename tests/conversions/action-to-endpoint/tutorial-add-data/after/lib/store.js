import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const folder = process.env.TUTORIAL_DATA || path.join(os.tmpdir(), 'next-tutorial');
const file = path.join(/* turbopackIgnore: true */ folder, 'store.json');
const empty = { entries: [], users: [], messages: [] };

async function read() {
  try {
    return { ...empty, ...JSON.parse(await fs.readFile(file, 'utf8')) };
  } catch {
    return { ...empty };
  }
}

export async function list(kind) {
  const store = await read();
  return store[kind];
}

export async function append(kind, item) {
  const store = await read();
  const stored = { id: store[kind].length + 1, ...item };
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(file, JSON.stringify({ ...store, [kind]: [...store[kind], stored] }, null, 2));
  return stored;
}
