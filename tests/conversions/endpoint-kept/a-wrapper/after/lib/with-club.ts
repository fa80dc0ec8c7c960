import type { NextRequest } from 'next/server';
import { HttpError, toResponse } from './errors';
import { currentUser } from './session';

type Handler = (given: {
  req: NextRequest;
  params: Record<string, string>;
  searchParams: Record<string, string>;
  user: { id: string };
  club: { slug: string };
}) => Promise<Response>;

export async function requireClub(params: Record<string, string>, { role = 'member' }: { role?: string } = {}) {
  // Who is it?
  const user = await currentUser();
  if (!user) {
    throw new HttpError(401, 'Please sign in');
  }
  const club = user.clubs.includes(params.slug) ? { slug: params.slug, role } : null;
  if (!club) {
    throw new HttpError(404, 'No such club');
  }

  return { user, club };
}

// Lets members in.
export const withClub = (handler: Handler, { role = 'member' }: { role?: string } = {}) => {
  return async (req: NextRequest, { params: promised }: { params: Promise<Record<string, string>> }) => {
    try {
      const params = (await promised) ?? {};
      const searchParams = Object.fromEntries(req.nextUrl.searchParams);

      const { user, club } = await requireClub(params, { role });

      return await handler({ req, params, searchParams, user, club });
    } catch (error) {
      console.error(error);
      return toResponse(error);
    }
  };
};
