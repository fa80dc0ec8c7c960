import { NextResponse } from 'next/server';
import { updateTask } from '@/app/tasks/update-task';

/** Renames a task. */
export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { status, data } = await updateTask({ id, readBody: () => request.json() });
  return NextResponse.json(data, { status });
}
