import { NextResponse } from 'next/server';
import { createVote } from '@/app/votes/create-vote';

export const POST = async (request: Request) => {
  const result = await createVote(() => request.json());
  if (result instanceof Response) {
    return result;
  }
  return NextResponse.json(result);
};
