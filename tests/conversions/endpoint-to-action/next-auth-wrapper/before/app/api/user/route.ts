import { auth } from '@/auth';
import { deleteUser } from '@/lib/users';

export const /*|*/DELETE = auth(async (req) => {
  if (!req.auth) {
    return new Response('Not authenticated', { status: 401 });
  }

  const currentUser = req.auth.user;
  if (!currentUser?.id) {
    return new Response('Invalid user', { status: 401 });
  }

  try {
    await deleteUser(currentUser.id);
  } catch (error) {
    return new Response('Internal server error', { status: 500 });
  }

  return new Response('User deleted successfully!', { status: 200 });
});
