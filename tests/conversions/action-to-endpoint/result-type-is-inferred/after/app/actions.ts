'use server';

import { load } from './data';

export async function reload() {
  return (await load('')).length;
}
