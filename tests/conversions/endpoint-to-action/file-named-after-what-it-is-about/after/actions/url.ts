'use server';

import { setActive } from '@/lib/urls';

export async function updateUrlActive({
  id,
  active,
}: {
  id: string;
  active: boolean;
}) {
  try {
    await setActive(id, active);
  } catch (error) {
    console.error(error);
  }
}
