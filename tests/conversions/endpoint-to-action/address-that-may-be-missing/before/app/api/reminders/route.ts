import { NextResponse } from 'next/server';
import { addReminder, findReminders } from '@/lib/db';

async function allReminders() {
  return findReminders(null);
}

export async function GET() {
  return NextResponse.json({ reminders: await allReminders() });
}

export async function POST(request: Request) {
  const { title } = (await request.json()) as { title: string };
  if (!title) {
    return NextResponse.json({ error: 'A reminder needs a title' }, { status: 400 });
  }
  await addReminder(null, title);
  return NextResponse.json({ reminders: await allReminders() });
}
