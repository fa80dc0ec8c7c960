'use server';

export async function /*|*/rename(id: number, name: string): Promise<string> {
  return `${id} ${name}`;
}
