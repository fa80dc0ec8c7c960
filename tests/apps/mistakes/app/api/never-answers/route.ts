import { findTask } from '@/lib/store';

export async function POST(request: Request) {
  const { id } = await request.json();
  const task = findTask(id);

  if (task) {
    task.done = true;
    return Response.json(task);
  }
}
