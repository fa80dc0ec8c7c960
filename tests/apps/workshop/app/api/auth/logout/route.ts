import { NextResponse } from 'next/server';
import { endSession } from '@/lib/session';

export const POST = async (req: Request) => {
  await endSession();
  return NextResponse.redirect(new URL('/', req.url), 303);
};
