'use server';

export async function /*|*/act(value) {
  const found = new Map([[value, 1]]);
  return { found };
}
