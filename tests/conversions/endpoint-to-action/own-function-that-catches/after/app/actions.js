'use server';

import { save } from '../lib/shelves';

export async function createShelf(name) {
  try {
    const shelf = await save('new', name);
    return JSON.parse(JSON.stringify(shelf));
  } catch (error) {
    return { error: 'Not added' };
  }
}
