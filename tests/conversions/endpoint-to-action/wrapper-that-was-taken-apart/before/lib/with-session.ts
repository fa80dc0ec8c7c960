import { cookies } from 'next/headers';

type Handler = (given: { req: Request; session: { user: string } }) => Promise<Response>;

export async function checkSession() {
  const user = (await cookies()).get('user')?.value;
  if (!user) {
    return Response.json({ error: 'Please sign in' }, { status: 401 });
  }

  return { user };
}

export const withSession = (handler: Handler) => async (req: Request) => {
  const session = await checkSession();
  if (session instanceof Response) {
    return session;
  }
  return handler({ req, session });
};
