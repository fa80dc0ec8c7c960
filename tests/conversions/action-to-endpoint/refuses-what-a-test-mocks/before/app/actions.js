'use server';

export async function /*|*/act(value) {
  return value;
}
