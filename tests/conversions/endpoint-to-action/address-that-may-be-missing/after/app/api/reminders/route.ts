import { NextResponse } from 'next/server';
import { allReminders } from './all-reminders';

export async function GET() {
  return NextResponse.json({ reminders: await allReminders() });
}
