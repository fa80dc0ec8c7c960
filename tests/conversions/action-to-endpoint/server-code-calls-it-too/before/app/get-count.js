'use server';

import { cookies } from 'next/headers';

export async function /*|*/getCount() {
  const jar = await cookies();
  return Number(jar.get('count')?.value ?? 0);
}
