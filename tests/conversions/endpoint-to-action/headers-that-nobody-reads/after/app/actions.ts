'use server';

import { limit } from '@/lib/limit';
import { send } from '@/lib/messages';

export async function createMessage(text: string) {
  const result = await limit('messages');
  if (!result.success) {
    return { ok: false as const, data: { error: 'Too many messages' } };
  }
  return { ok: true as const, data: JSON.parse(JSON.stringify({ sent: await send(text) })) };
}
