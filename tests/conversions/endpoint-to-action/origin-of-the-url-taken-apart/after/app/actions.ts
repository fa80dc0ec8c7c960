'use server';

import { headers } from 'next/headers';

const invites = new Map<string, string>();

export async function createInvite({
  team,
  email,
}: {
  team: string;
  email: string;
}) {
  const origin = (await headers()).get('origin') ?? '';
  const token = crypto.randomUUID();
  invites.set(token, `${team}: ${email}`);
  return JSON.parse(JSON.stringify({ link: `${origin}/join/${token}`, site: process.env.SITE_URL || (await headers()).get('origin') || '' }));
}
