import { NextResponse } from 'next/server';
import { tasksOf } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';

export const GET = withTeam(async ({ team }) => {
  const tasks = tasksOf(team.id);
  return NextResponse.json({ total: tasks.length, done: tasks.filter((task) => task.done).length });
});
