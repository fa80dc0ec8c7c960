import { NextResponse } from 'next/server';
import { db } from '@/lib/db';
import { userSchema } from '@/lib/schemas';

export async function /*|*/POST(request: Request) {
  const parsed = userSchema.safeParse(await request.json());
  if (!parsed.success) {
    return NextResponse.json({ error: { message: parsed.error.issues[0].message } }, { status: 422 });
  }

  const user = await db.users.create(parsed.data);
  return NextResponse.json({ id: user.id }, { status: 201 });
}
