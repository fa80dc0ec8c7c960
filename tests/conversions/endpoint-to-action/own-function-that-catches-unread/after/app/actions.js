'use server';

import { leave } from '../lib/shelves';

export async function deleteShelves() {
  try {
    await leave();
  } catch (error) {
    console.error(error);
  }
}
