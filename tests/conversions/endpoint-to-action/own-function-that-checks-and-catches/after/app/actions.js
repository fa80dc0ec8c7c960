'use server';

import { save } from '../lib/shelves';

export async function updateShelf({ id, name }) {
  try {
    if (!name) {
      return { ok: false, data: { error: 'What is its name?' } };
    }
    const shelf = await save(id, name);
    return { ok: true, data: JSON.parse(JSON.stringify(shelf)) };
  } catch (error) {
    return { ok: false, data: { error: 'Not renamed' } };
  }
}
