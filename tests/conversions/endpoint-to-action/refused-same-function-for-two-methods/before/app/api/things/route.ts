import { NextResponse } from 'next/server';

const handler = async (request: Request) => {
  const { name } = (await request.json()) as { name: string };
  if (!name) {
    return NextResponse.json({ error: 'Every thing has a name' }, { status: 400 });
  }
  return NextResponse.json({ name }, { status: 201 });
};

export { handler as PUT, handler as /*|*/POST };
