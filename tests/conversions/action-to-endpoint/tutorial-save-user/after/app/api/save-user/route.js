import { revalidatePath } from 'next/cache';
import { append } from '@/lib/store';

async function saveUser(user) {
  if (!user.name) {
    return { error: 'A user needs a name' };
  }
  const saved = await append('users', { name: user.name });
  revalidatePath('/profile');
  return { user: saved };
}

export async function POST(request) {
  const { user } = await request.json();
  return Response.json(await saveUser(user));
}
