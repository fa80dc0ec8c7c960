import { allTasks, addTask } from '@/lib/store';

export async function GET() {
  return Response.json(allTasks());
}

export async function POST(request: Request) {
  const { title } = await request.json();
  return Response.json(addTask(title), { status: 201 });
}
