import { createSafeActionClient } from 'next-safe-action';
import { getSession } from './session';

export const actionClient = createSafeActionClient();

export const authActionClient = actionClient.use(async ({ next }) => {
  const session = await getSession();
  if (!session) {
    throw new Error('You are not signed in');
  }
  return next({ ctx: { user: session.user } });
});
