import { taskOrThrow } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';

export const PUT = withTeam(async ({ req, team }) => {
  const { ids } = (await req.json()) as { ids: string[] };
  ids.forEach((id, index) => {
    taskOrThrow(team.id, id).position = index + 1;
  });
  return new Response(null, { status: 204 });
});
