'use server';

export async function /*|*/price(id) {
  return id * 2;
}
