import { NextResponse } from 'next/server';
import { deposit } from '@/lib/ledger';

export async function /*|*/POST(request: Request) {
  const { amount, paidAt } = await request.json();
  const cents = Math.round(parseFloat(amount) * 100);
  if (!cents) {
    return NextResponse.json({ error: 'No amount' }, { status: 400 });
  }
  return NextResponse.json({ balance: await deposit(cents, paidAt) });
}
