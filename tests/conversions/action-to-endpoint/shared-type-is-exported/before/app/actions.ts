'use server';

type Item = { id: string; count: number };

const items: Item[] = [];

export async function list(): Promise<Item[]> {
  return items;
}

export async function /*|*/check(item: Item): Promise<boolean> {
  return item.count > 0;
}
