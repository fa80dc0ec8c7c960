'use server';

export type Item = { id: string; count: number };

const items: Item[] = [];

export async function list(): Promise<Item[]> {
  return items;
}
