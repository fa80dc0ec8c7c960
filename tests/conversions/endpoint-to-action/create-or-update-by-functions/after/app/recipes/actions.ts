'use server';

import { insertRecipe, renameRecipe } from '@/lib/recipes';

export async function createRecipe(title: string) {
  if (title.trim() === '') {
    return { ok: false as const, data: { error: 'A recipe needs a title' } };
  }
  return { ok: true as const, data: await insertRecipe(title) };
}

export async function updateRecipe({
  id,
  title,
}: {
  id: string;
  title: string;
}) {
  const recipe = await renameRecipe(id, title);
  if (!recipe) {
    return { ok: false as const, data: { error: 'No such recipe' } };
  }
  return { ok: true as const, data: recipe };
}
