import { cookies } from 'next/headers';
import { readQuery } from './read-query';

type Handler = (given: { searchParams: Record<string, string>; admin: string }) => Promise<Response>;

export const withAdmin = (handler: Handler) => async (req: Request) => {
  const searchParams = readQuery(req.url);
  const admin = (await cookies()).get('admin')?.value;
  if (!admin) {
    return new Response('Only for admins', { status: 403 });
  }
  return handler({ searchParams, admin });
};
