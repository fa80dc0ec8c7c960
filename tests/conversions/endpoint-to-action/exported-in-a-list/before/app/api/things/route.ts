import { NextResponse } from 'next/server';

const things = ['a'];

function list() {
  return NextResponse.json({ things });
}

async function create(request: Request) {
  const { name } = (await request.json()) as { name: string };
  if (!name) {
    return NextResponse.json({ error: 'Every thing has a name' }, { status: 400 });
  }
  return NextResponse.json({ name }, { status: 201 });
}

export { list as GET, create as /*|*/POST };
