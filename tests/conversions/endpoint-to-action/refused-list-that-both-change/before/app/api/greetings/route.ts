import { NextResponse } from 'next/server';

const greetings: { id: string; text: string }[] = [
  { id: 'en', text: 'Good morning' },
  { id: 'de', text: 'Guten Morgen' },
];

export async function GET() {
  return NextResponse.json({ greetings });
}

export async function /*|*/DELETE(request: Request) {
  const { id } = (await request.json()) as { id: string };
  const at = greetings.findIndex((each) => each.id === id);
  if (at < 0) {
    return NextResponse.json({ error: 'There is no such greeting' }, { status: 404 });
  }
  greetings.splice(at, 1);
  return NextResponse.json({ removed: id });
}
