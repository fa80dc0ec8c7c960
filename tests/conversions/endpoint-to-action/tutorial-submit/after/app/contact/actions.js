'use server';

import { append } from '../../lib/store';

export async function submit({ email, message }) {
  if (!email || !message) {
    return { ok: false, data: { error: 'Please fill in both fields' } };
  }
  const saved = await append({ email, message });
  return { ok: true, data: { message: `Thank you, ${saved.email}!`, number: saved.id } };
}
