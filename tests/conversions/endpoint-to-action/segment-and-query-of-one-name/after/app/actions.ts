'use server';

import { dropKey } from '@/lib/keys';

export async function deleteKey({
  id: roomId,
  keyId,
}: {
  id: string;
  keyId: string;
}) {
  try {
    if (!keyId) {
      return { ok: false as const };
    }
    await dropKey(roomId, keyId);
    return { ok: true as const };
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
