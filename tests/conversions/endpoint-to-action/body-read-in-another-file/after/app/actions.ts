'use server';

export async function checkNameAction(name: string) {
  if (name.length < 3) {
    return { error: 'Three letters at least' };
  }
  return { suggestion: `${name}-1` };
}
