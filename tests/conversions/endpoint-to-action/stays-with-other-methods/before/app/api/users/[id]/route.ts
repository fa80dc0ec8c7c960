import { revalidatePath } from 'next/cache';
import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string }> };

// One user
export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  return NextResponse.json(await db.users.update(id, {}));
}

const MESSAGE = 'deleted';

function log(id: string) {
  console.log(MESSAGE, id);
}

// Deletes a user for good
export async function /*|*/DELETE(_request: Request, { params }: Context) {
  const { id } = await params;
  await db.users.delete(id); // there is no way back
  log(id);
  revalidatePath('/users');
  return NextResponse.json({ ok: true });
}
