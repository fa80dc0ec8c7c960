import { NextResponse } from 'next/server';
import { createTaskSchema } from '@/lib/schemas';
import { addTask, tasksOf } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';

// GET /api/teams/[slug]/tasks – all tasks of a team
export const GET = withTeam(async ({ team, searchParams }) => {
  const tasks = tasksOf(team.id);
  return NextResponse.json(searchParams.open === '1' ? tasks.filter((task) => !task.done) : tasks);
});

// POST /api/teams/[slug]/tasks – create a task
export const POST = withTeam(async ({ req, team }) => {
  const { title, dueAt, labelIds } = createTaskSchema.parse(await req.json());

  const task = addTask(team.id, { title, dueAt, labelIds });

  return NextResponse.json(task, { status: 201 });
});
