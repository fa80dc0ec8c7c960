'use server';

import { seeds } from '@/lib/seeds';

export async function createSeed(kind: any) {
  seeds.push(String(kind));
}
