import { NextResponse } from 'next/server';
import { billers } from '@/lib/billers';

export async function /*|*/POST(request: Request) {
  const body = await request.json();
  const { name, company, email, phone, address, country, city } = body;
  if (!name) {
    return NextResponse.json({ error: 'A name is needed' }, { status: 400 });
  }
  billers.push([name, company, email, phone, address, country, city].join(', '));
  return NextResponse.json({ count: billers.length }, { status: 201 });
}
