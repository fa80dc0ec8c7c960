import { NextResponse } from 'next/server';
import { updateTaskSchema } from '@/lib/schemas';
import { removeTask, taskOrThrow } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';
import { recalculatePositions } from '@/app/(team)/[slug]/tasks/actions';

// GET /api/teams/[slug]/tasks/[taskId] – one task
export const GET = withTeam(async ({ team, params }) => {
  return NextResponse.json(taskOrThrow(team.id, params.taskId));
});

// PATCH /api/teams/[slug]/tasks/[taskId] – change a task
export const PATCH = withTeam(async ({ req, team, params }) => {
  const { taskId } = params;
  const changes = updateTaskSchema.parse(await req.json());
  const task = taskOrThrow(team.id, taskId);

  Object.assign(task, changes);

  return NextResponse.json(task);
});

// DELETE /api/teams/[slug]/tasks/[taskId] – delete a task
export const DELETE = withTeam(
  async ({ team, params }) => {
    const task = taskOrThrow(team.id, params.taskId);
    removeTask(task);
    await recalculatePositions(team.id);
    return NextResponse.json({ id: task.id });
  },
  { roles: ['owner'] },
);
