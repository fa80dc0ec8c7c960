import { userOf } from './users';

// Who is asking, or an error
export async function requireUser(token: string | undefined) {
  const user = await userOf(token ?? '');
  if (!user) {
    throw new Error('Please sign in');
  }
  return user;
}
