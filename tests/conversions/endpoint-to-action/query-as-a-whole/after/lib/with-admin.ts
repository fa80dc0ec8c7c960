import { cookies } from 'next/headers';
import { readQuery } from './read-query';

type Handler = (given: { searchParams: Record<string, string>; admin: string }) => Promise<Response>;

export async function checkAdmin() {
  const admin = (await cookies()).get('admin')?.value;
  if (!admin) {
    return new Response('Only for admins', { status: 403 });
  }

  return admin;
}

export const withAdmin = (handler: Handler) => async (req: Request) => {
  const searchParams = readQuery(req.url);
  const admin = await checkAdmin();
  if (admin instanceof Response) {
    return admin;
  }
  return handler({ searchParams, admin });
};
