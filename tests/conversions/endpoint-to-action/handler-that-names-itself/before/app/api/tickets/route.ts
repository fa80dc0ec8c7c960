import { NextResponse } from 'next/server';
import { addTicket } from '@/lib/db';
import { noteUsage } from '@/lib/usage';

export async function /*|*/POST(request: Request) {
  const began = Date.now();
  const { subject } = (await request.json()) as { subject: string };
  if (!subject) {
    return NextResponse.json({ error: 'What is it about?' }, { status: 400 });
  }
  const number = await addTicket(subject);
  noteUsage({ endpoint: '/api/tickets', took: Date.now() - began });
  return NextResponse.json({ number });
}
