import { NextResponse } from 'next/server';
import { memberOfNow } from '@/lib/member';
import { db } from '@/lib/db';

export async function /*|*/DELETE(request: Request, { params }: { params: { boardId: string } }) {
  const member = await memberOfNow();
  if (!member) {
    return new NextResponse('Unauthorized', { status: 401 });
  }
  db.boards.delete(params.boardId);
  return NextResponse.json({ id: params.boardId });
}
