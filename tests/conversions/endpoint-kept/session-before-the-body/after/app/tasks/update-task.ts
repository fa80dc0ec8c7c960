import 'server-only';
import { getSession } from '@/lib/who';
import { tasks } from '@/lib/tasks';

export async function updateTask({
  id,
  readBody,
}: {
  id: string;
  readBody: () => Promise<{ title: string; done?: boolean }>;
}) {
  try {
    const session = await getSession();
    if (!session) {
      return { ok: false as const, status: 401, data: { error: 'Please sign in' } };
    }

    const { title, done = false } = await readBody();
    if (!title) {
      return { ok: false as const, status: 422, data: { error: 'A task needs a title' } };
    }

    // Only one's own.
    const task = await tasks.rename(session.userId, id, title, done);
    return { ok: true as const, status: 200, data: task };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: { error: 'Something went wrong' } };
  }
}
