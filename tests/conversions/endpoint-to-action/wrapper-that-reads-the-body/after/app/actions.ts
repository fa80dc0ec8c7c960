'use server';

import { NextResponse, NextRequest } from 'next/server';
import { checked } from '@/lib/checked';
import { lend, loan } from '@/lib/loans';

export async function createLoan(input: unknown) {
  const request = new NextRequest('http://localhost', {
    method: 'POST',
    body: JSON.stringify(input),
  });
  const response = await checked(
    async (_request, { value, reader }) => {
      const lent = await lend(value.book, reader);
      if (!lent) {
        return NextResponse.json({ error: 'It is not for loan' }, { status: 409 });
      }
      return NextResponse.json(lent);
    },
    loan,
    true,
  )(request);
  return { ok: response.ok, data: await response.json() };
}
