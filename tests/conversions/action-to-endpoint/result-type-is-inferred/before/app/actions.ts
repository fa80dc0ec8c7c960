'use server';

import { load } from './data';

type Options = { limit: number };

export async function /*|*/latest(topic: string, options: Options) {
  const items = await load(topic);
  return { topic, items: items.slice(0, options.limit) };
}

export async function reload() {
  return (await load('')).length;
}
