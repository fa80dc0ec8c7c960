import { NextResponse } from 'next/server';

const contacts = new Map<string, string>();

/*|*/export async function POST(request: Request) {
  const { name, mail } = (await request.json()) as { name: string; mail: string };
  if (contacts.has(mail)) {
    return NextResponse.json({ error: 'Known already' }, { status: 409 });
  }
  contacts.set(mail, name);
  return NextResponse.json({ count: contacts.size }, { status: 201 });
}
