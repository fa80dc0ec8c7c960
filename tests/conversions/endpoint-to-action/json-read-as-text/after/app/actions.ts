'use server';

const keys = new Set<string>();

async function signedIn() {
  return keys.size < 9 ? { id: 'ada' } : Response.json('Too many keys', { status: 409 });
}

export async function createKey(name: string) {
  try {
    const user = await signedIn();
    if (user instanceof Response) return { ok: false as const, data: await user.text() };
    if (!name) {
      return { ok: false as const, data: JSON.stringify('A key needs a name') };
    }
    keys.add(`${user.id}-${name}`);
    return { ok: true as const, data: JSON.parse(JSON.stringify({ count: keys.size })) };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: '' };
  }
}
