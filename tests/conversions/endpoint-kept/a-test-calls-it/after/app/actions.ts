'use server';

import { createName } from './create-name';

export async function createNameAction(name: string) {
  return createName(name);
}
