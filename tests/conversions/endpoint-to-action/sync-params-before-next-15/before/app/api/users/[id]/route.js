import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function /*|*/DELETE(request, { params }) {
  const agent = request.headers.get('user-agent');
  console.log(agent);
  await db.users.delete(params.id);
  return NextResponse.json({ message: 'deleted' });
}
