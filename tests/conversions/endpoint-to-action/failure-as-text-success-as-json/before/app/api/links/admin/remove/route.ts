import { NextResponse } from 'next/server';
import { checked, currentUser } from '@/lib/user';
import { removeLink } from '@/lib/links';

export async function /*|*/POST(request: Request) {
  const user = checked(await currentUser());
  if (user instanceof Response) return user;

  const { id } = (await request.json()) as { id: string };
  if (!(await removeLink(id))) {
    return NextResponse.json('No such link', { status: 404, statusText: 'Nothing there' });
  }
  return NextResponse.json({ id });
}
