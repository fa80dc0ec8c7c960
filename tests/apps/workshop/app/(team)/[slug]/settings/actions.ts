'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { actionClient, fail } from '@/lib/safe-action';
import { teamSchema } from '@/lib/schemas';
import { getSession } from '@/lib/session';
import { newId, store } from '@/lib/store';

export const updateTeamAction = actionClient.schema(teamSchema).action(async ({ parsedInput }) => {
  const team = store.teams.find(({ slug }) => slug === parsedInput.slug) ?? fail('No such team');
  team.name = parsedInput.name;
  revalidatePath(`/${team.slug}`, 'layout');
  return { name: team.name };
});

export const createApiKeyAction = actionClient
  .schema(z.object({ slug: z.string() }))
  .action(async ({ parsedInput: { slug }, ctx }) => {
    const team = store.teams.find((candidate) => candidate.slug === slug);
    const membership = store.memberships.find(
      ({ teamId, userId }) => teamId === team?.id && userId === ctx.user.id,
    );
    if (!team || membership?.role !== 'owner') {
      fail('Only an owner can do this');
    }
    const key = { id: newId('key'), teamId: team.id, token: crypto.randomUUID() };
    store.apiKeys.push(key);
    return { token: key.token };
  });

export const listApiKeysAction = actionClient
  .schema(z.object({ slug: z.string() }))
  .action(async ({ parsedInput }) => {
    const team = store.teams.find(({ slug }) => slug === parsedInput.slug);
    return store.apiKeys.filter(({ teamId }) => teamId === team?.id).map(({ id }) => id);
  });

export type ProfileState = { message: string };

export async function updateProfile(_previous: ProfileState, formData: FormData): Promise<ProfileState> {
  const session = await getSession();
  if (!session) {
    redirect('/login');
  }
  session.user.name = String(formData.get('name'));
  return { message: `Hello, ${session.user.name}` };
}
