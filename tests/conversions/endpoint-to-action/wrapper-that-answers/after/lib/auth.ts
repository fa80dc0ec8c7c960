import { cookies } from 'next/headers';

type Handler = (req: Request, context: { params: Promise<{ id: string }>; session: { email: string } }) => Promise<Response>;

export async function checkRole(role: string) {
  const email = (await cookies()).get('email')?.value;
  const session = email ? { email, roles: ['editor'] } : null;
  if (!session) {
    return new Response('Please sign in', { status: 401 });
  }
  if (!session.roles.includes(role)) {
    return new Response(`Only for the role ${role}`, { status: 403 });
  }

  return session;
}

export function withRole(role: string) {
  return (handler: Handler) => {
    return async (req: Request, { params }: { params: Promise<{ id: string }> }) => {
      const session = await checkRole(role);
      if (session instanceof Response) {
        return session;
      }
      return handler(req, { params, session });
    };
  };
}
