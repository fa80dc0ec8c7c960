import { cookies } from 'next/headers';

export async function /*|*/GET() {
  const user = (await cookies()).get('user');
  if (!user) {
    return Response.json({ error: 'Please sign in' }, { status: 401 });
  }
  return Response.json({ name: user.value });
}
