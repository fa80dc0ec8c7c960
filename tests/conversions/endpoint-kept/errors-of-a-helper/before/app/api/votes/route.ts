import { NextResponse } from 'next/server';
import { Problem, problemResponse } from '@/lib/problems';
import { vote } from '@/lib/votes';

export const /*|*/POST = async (request: Request) => {
  try {
    const { option }: { option: string } = await request.json();
    if (option === 'broken') {
      throw new Error('Broken');
    }
    if (option.length > 3) {
      throw new Problem(413, `No room for ${option}`);
    }
    const data = await vote(option);
    return NextResponse.json({ option, votes: data });
  } catch (error) {
    return problemResponse(error);
  }
};
