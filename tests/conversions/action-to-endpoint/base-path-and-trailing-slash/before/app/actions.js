'use server';

export async function /*|*/buy(id) {
  return { id };
}
