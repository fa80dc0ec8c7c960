const keys = new Set<string>();

async function signedIn() {
  return keys.size < 9 ? { id: 'ada' } : Response.json('Too many keys', { status: 409 });
}

export async function /*|*/POST(request: Request) {
  const user = await signedIn();
  if (user instanceof Response) return user;
  const { name } = (await request.json()) as { name: string };
  if (!name) {
    return Response.json('A key needs a name', { status: 400 });
  }
  keys.add(`${user.id}-${name}`);
  return Response.json({ count: keys.size });
}
