import { NextResponse, after } from 'next/server';
import { z } from 'zod';
import { ApiError } from '@/lib/errors';
import { sendEmailLater } from '@/lib/queue';
import { newId, store } from '@/lib/store';
import { taskOrThrow } from '@/lib/tasks';
import { withTeam } from '@/lib/with-team';

export const GET = withTeam(async ({ team, params }) => {
  return NextResponse.json(taskOrThrow(team.id, params.taskId).comments);
});

export const POST = withTeam(async ({ req, team, params, session }) => {
  const task = taskOrThrow(team.id, params.taskId);
  const { text } = z.object({ text: z.string() }).parse(await req.json());
  if (!text.trim()) {
    throw new ApiError(422, 'unprocessable_entity', 'A comment needs a text');
  }

  const comment = { id: newId('comment'), authorId: session.user.id, text, createdAt: new Date() };
  task.comments.push(comment);

  after(async () => {
    const assignee = store.users.find(({ id }) => id === task.assigneeId);
    if (assignee) await sendEmailLater(assignee.email, `New comment on ${task.title}`);
  });

  return NextResponse.json(comment);
});
