'use server';

import { redirect } from 'next/navigation';

export async function /*|*/act(value) {
  if (!value) redirect('/login');
  return value;
}
