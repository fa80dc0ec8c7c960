'use server';

import { archive } from '@/lib/seen';

export async function archiveNote({
  id,
  force = false,
}: {
  id: string;
  force?: boolean;
}) {
  try {
    await archive(id, { force });
  } catch (error) {
    console.error(error);
  }
}
