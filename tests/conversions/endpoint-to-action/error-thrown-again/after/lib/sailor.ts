import { cookies } from 'next/headers';

export class NotAboard extends Error {
  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }
}

export async function getSailor() {
  const name = (await cookies()).get('sailor')?.value;
  if (!name) throw new NotAboard('Come aboard first', 401);
  return { name };
}
