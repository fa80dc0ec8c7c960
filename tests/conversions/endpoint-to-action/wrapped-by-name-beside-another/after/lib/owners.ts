import { cookies } from 'next/headers';

export async function ownerOf(): Promise<{ rights: string[] } | null> {
  const token = (await cookies()).get('owner')?.value;
  return token ? { rights: token.split(' ') } : null;
}
