import { NextResponse } from 'next/server';
import { addReminder, findReminders, hasCar } from '@/lib/db';

async function allReminders(plate: string) {
  return [...(await findReminders(plate)), ...(await findReminders(null))];
}

export async function GET(_request: Request, { params }: { params: Promise<{ plate: string }> }) {
  const { plate } = await params;
  return NextResponse.json({ reminders: await allReminders(plate) });
}

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ plate: string }> }) {
  const { plate } = await params;
  const { title, isQuiet } = (await request.json()) as { title: string; isQuiet: boolean };
  if (!(await hasCar(plate))) {
    return NextResponse.json({ error: 'No such car' }, { status: 404 });
  }
  await addReminder(plate, isQuiet ? title : `${title}!`);
  return NextResponse.json({ reminders: await allReminders(plate) });
}
