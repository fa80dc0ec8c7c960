import type { NextRequest } from 'next/server';
import { store, type Team } from './store';

export const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
};

type Handler = (context: { req: NextRequest; team: Team }) => Promise<Response> | Response;

export function withApiKey(handler: Handler) {
  return async (req: NextRequest) => {
    const token = req.headers.get('authorization')?.replace('Bearer ', '');
    const key = store.apiKeys.find((candidate) => candidate.token === token);
    const team = store.teams.find(({ id }) => id === key?.teamId);
    if (!team) {
      return Response.json({ error: 'Unauthorized' }, { status: 401, headers: corsHeaders });
    }
    return handler({ req, team });
  };
}
