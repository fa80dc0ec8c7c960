import type { NextRequest } from 'next/server';
import { ApiError, errorResponse } from './errors';
import { getSession, type Session } from './session';
import { store, type Role, type Team } from './store';

type Params = Record<string, string>;

type TeamContext = {
  req: NextRequest;
  params: Params;
  searchParams: Record<string, string>;
  session: Session;
  team: Team;
};

type TeamHandler = (context: TeamContext) => Promise<Response> | Response;

export const withTeam = (handler: TeamHandler, { roles }: { roles?: Role[] } = {}) => {
  return async (req: NextRequest, { params: promisedParams }: { params: Promise<Params> }) => {
    try {
      const params = (await promisedParams) ?? {};
      const searchParams = Object.fromEntries(req.nextUrl.searchParams);

      const session = await getSession();
      if (!session) {
        throw new ApiError(401, 'unauthorized', 'Please sign in');
      }

      const team = store.teams.find(({ slug }) => slug === params.slug);
      const membership = store.memberships.find(
        ({ teamId, userId }) => teamId === team?.id && userId === session.user.id,
      );
      if (!team || !membership) {
        throw new ApiError(404, 'not_found', 'No such team');
      }
      if (roles && !roles.includes(membership.role)) {
        throw new ApiError(403, 'forbidden', 'Only an owner can do this');
      }

      return await handler({ req, params, searchParams, session, team });
    } catch (error) {
      return errorResponse(error);
    }
  };
};
