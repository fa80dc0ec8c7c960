import { NextResponse } from 'next/server';
import { findProject, removeProject } from '@/lib/projects';

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const project = findProject((await params).id);
  return project ? NextResponse.json(project) : NextResponse.json({ error: 'No such project' }, { status: 404 });
}

export async function DELETE(_request: Request, { params }: Context) {
  const { id } = await params;
  if (!removeProject(id)) {
    return NextResponse.json({ error: 'No such project' }, { status: 404 });
  }
  return NextResponse.json({ removed: id });
}
