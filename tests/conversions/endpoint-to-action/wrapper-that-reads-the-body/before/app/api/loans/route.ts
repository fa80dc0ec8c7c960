import { NextResponse } from 'next/server';
import { checked } from '@/lib/checked';
import { lend, loan } from '@/lib/loans';

export const /*|*/POST = checked(
  async (_request, { value, reader }) => {
    const lent = await lend(value.book, reader);
    if (!lent) {
      return NextResponse.json({ error: 'It is not for loan' }, { status: 409 });
    }
    return NextResponse.json(lent);
  },
  loan,
  true,
);
