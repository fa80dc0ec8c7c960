'use server';

import { cookies, headers } from 'next/headers';

const votes: { option: string; agent: string | null; voter?: string }[] = [];

export async function voteAction(body: { option: string }) {
  const agent = (await headers()).get('user-agent');
  const voter = (await cookies()).get('voter')?.value;
  votes.push({ option: body.option, agent, voter });
}
