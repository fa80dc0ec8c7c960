import { NextResponse } from 'next/server';
import { getSession } from '@/lib/who';
import { tasks } from '@/lib/tasks';

/** Renames a task. */
export async function /*|*/PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const session = await getSession();
    if (!session) {
      return NextResponse.json({ error: 'Please sign in' }, { status: 401 });
    }

    const { id } = await params;
    const { title, done = false } = await request.json();
    if (!title) {
      return NextResponse.json({ error: 'A task needs a title' }, { status: 422 });
    }

    // Only one's own.
    const task = await tasks.rename(session.userId, id, title, done);
    return NextResponse.json(task);
  } catch (error) {
    console.error(error);
    return NextResponse.json({ error: 'Something went wrong' }, { status: 500 });
  }
}
