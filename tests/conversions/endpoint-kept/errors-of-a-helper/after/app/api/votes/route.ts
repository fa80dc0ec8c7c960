import { NextResponse } from 'next/server';
import { createVote } from '@/app/votes/create-vote';

export const POST = async (request: Request) => {
  const { status, data } = await createVote(() => request.json());
  return NextResponse.json(data, { status });
};
