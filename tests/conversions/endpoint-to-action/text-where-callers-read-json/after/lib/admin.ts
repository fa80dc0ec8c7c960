import { cookies } from 'next/headers';

type Handler = (given: { req: Request; admin: string }) => Promise<Response>;

export async function checkAdmin() {
  const admin = (await cookies()).get('admin')?.value;
  if (!admin) {
    return new Response('Unauthorized: Login required.', { status: 401 });
  }

  return admin;
}

export function withAdmin(handler: Handler) {
  return async (req: Request) => {
    const admin = await checkAdmin();
    if (admin instanceof Response) {
      return admin;
    }
    return handler({ req, admin });
  };
}
