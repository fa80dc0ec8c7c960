import { NextResponse, type NextRequest } from 'next/server';
import { addProject, allProjects } from '@/lib/projects';

export function GET() {
  return NextResponse.json(allProjects());
}

export async function POST(request: NextRequest) {
  const { name } = (await request.json()) as { name?: string };
  if (!name) {
    return NextResponse.json({ error: 'A project needs a name' }, { status: 422 });
  }
  return NextResponse.json(addProject(name), { status: 201 });
}
