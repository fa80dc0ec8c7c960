'use server';

import { append } from '../../lib/store';

export async function submit({
  email,
  message,
}: {
  email: string;
  message: string;
}) {
  if (!email || !message) {
    return { ok: false as const, data: { error: 'Please fill in both fields' } };
  }

  // Kept for the weekly digest, see #12.
  const saved = await append({ email, message });
  return { ok: true as const, data: { message: `Thank you, ${saved.email}!`, number: saved.id } };
}
