import { findTask } from '@/lib/store';

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const task = findTask(id);
  return task ? Response.json(task) : Response.json({ error: 'No such task' }, { status: 404 });
}
