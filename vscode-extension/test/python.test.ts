// What a real Python answers, when this machine has one.
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { thisMachine } from '../src/machine';
import { findPythons } from '../src/server';

const machine = thisMachine(tmpdir());

test('A Python on the PATH says its version', { skip: machine.which('python3') === undefined }, async () => {
  const [python] = await findPythons(machine);
  assert.equal(python?.version[0], 3);
});

test('A program that is not a Python says nothing', async () => {
  assert.equal(await machine.python([process.execPath]), undefined);
  assert.equal(await machine.python(['/nowhere/python']), undefined);
});
