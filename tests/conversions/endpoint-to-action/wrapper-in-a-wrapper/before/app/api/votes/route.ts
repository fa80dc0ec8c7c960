import { NextResponse } from 'next/server';
import { Invalid, withErrors, withUser } from '@/lib/handlers';

const votes = new Map<string, number>();

export const /*|*/POST = withErrors(
  withUser(async (req, userId) => {
    const { stars } = await req.json();
    if (stars > 5) throw new Invalid('Five are enough');
    votes.set(userId, stars);
    return NextResponse.json({ votes: votes.size });
  }),
);
