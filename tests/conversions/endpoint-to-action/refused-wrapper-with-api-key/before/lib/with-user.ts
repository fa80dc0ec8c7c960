import { headers } from 'next/headers';

const keys = new Map([['secret', 'ada']]);
const signedIn = async () => 'grace';

export function withUser(handler: (given: { user: string }) => Promise<Response>) {
  return async (request: Request) => {
    const key = (await headers()).get('Authorization')?.replace('Bearer ', '');
    const user = key ? keys.get(key) : await signedIn();
    if (!user) return new Response('Unauthorized', { status: 401 });
    return handler({ user });
  };
}
