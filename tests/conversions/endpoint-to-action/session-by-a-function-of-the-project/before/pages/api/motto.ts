import type { NextApiRequest, NextApiResponse } from 'next';
import { saveMotto } from '@/lib/mottos';
import { sessionOf } from '@/lib/session';

export default async function /*|*/handler(request: NextApiRequest, response: NextApiResponse) {
  const session = await sessionOf({ req: request, res: response });
  const email = session?.user.email;
  if (!email) {
    return response.status(401).json({ error: 'Please sign in' });
  }
  if (request.method !== 'PUT') {
    return response.status(405).end();
  }
  return response.status(200).json(await saveMotto(email, request.body.motto as string));
}
