import { NextResponse } from 'next/server';
import { allReminders } from './all-reminders';

export async function GET(_request: Request, { params }: { params: Promise<{ plate: string }> }) {
  const { plate } = await params;
  return NextResponse.json({ reminders: await allReminders(plate) });
}
