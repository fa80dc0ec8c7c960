'use server';

import { cookies } from 'next/headers';
import { HttpError } from '../../lib/errors';
import { addRecipe, dropRecipe } from '../../lib/recipes';
import { cookOf } from '../../lib/session';

async function throwIfNoCook(token: string | undefined) {
  if (!(await cookOf(token))) {
    throw new HttpError(401, 'Please sign in');
  }
}

// Only cooks may add a recipe
export async function createRecipe(title: string) {
  try {
    await throwIfNoCook((await cookies()).get('token')?.value);

    // Titles are short
    if (title.length > 80) {
      throw new HttpError(422, 'That is too long for a title');
    }

    const data = await addRecipe(title.trim());

    return { ok: true as const, data: { data } };
  } catch (error: any) {
    const message = error.message || 'Something went wrong';

    return { ok: false as const, data: { error: { message } } };
  }
}

// Only cooks may take one away
export async function deleteRecipe(id: string) {
  try {
    await throwIfNoCook((await cookies()).get('token')?.value);

    if (!(await dropRecipe(id))) {
      return { ok: false as const, data: { error: { message: 'No such recipe' } } };
    }

    return { ok: true as const };
  } catch (error: any) {
    const message = error.message || 'Something went wrong';

    return { ok: false as const, data: { error: { message } } };
  }
}
