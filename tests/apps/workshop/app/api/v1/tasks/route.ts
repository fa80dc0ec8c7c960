import { createTaskSchema } from '@/lib/schemas';
import { addTask, tasksOf } from '@/lib/tasks';
import { corsHeaders, withApiKey } from '@/lib/with-api-key';

export const GET = withApiKey(({ team }) => Response.json(tasksOf(team.id), { headers: corsHeaders }));

export const POST = withApiKey(async ({ req, team }) => {
  const parsed = createTaskSchema.safeParse(await req.json());
  if (!parsed.success) {
    return Response.json({ error: parsed.error.issues }, { status: 422, headers: corsHeaders });
  }
  return Response.json(addTask(team.id, parsed.data), { status: 201, headers: corsHeaders });
});

export function OPTIONS() {
  return new Response(null, { status: 204, headers: corsHeaders });
}
