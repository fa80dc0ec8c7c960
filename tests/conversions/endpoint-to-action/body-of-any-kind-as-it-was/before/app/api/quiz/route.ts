import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const { answer } = await request.json();
  if (!answer) {
    return NextResponse.json({ error: 'No answer, no points' }, { status: 400 });
  }
  return NextResponse.json({ points: answer.length });
}
