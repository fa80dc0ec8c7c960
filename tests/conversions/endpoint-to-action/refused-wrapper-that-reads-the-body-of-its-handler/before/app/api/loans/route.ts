import { NextResponse } from 'next/server';
import { checked } from '@/lib/checked';
import { lend, loan } from '@/lib/loans';

export const /*|*/POST = checked(
  async (request, { value, reader }) => {
    const lent = await lend(value.book, reader);
    if (!lent) {
      return NextResponse.json({ error: 'It is not for loan' }, { status: 409 });
    }
    return NextResponse.json({ ...lent, from: new URL(request.url).searchParams.get('from') });
  },
  loan,
  true,
);
