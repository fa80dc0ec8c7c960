import { NextResponse } from 'next/server';
import { orders } from '@/lib/orders';

export async function /*|*/POST(request: Request, { params }: { params: Promise<{ orderId: string }> }) {
  const { orderId } = await params;
  const { text } = await request.json();
  const order = orders.get(orderId);
  if (!order) {
    return NextResponse.json({ error: 'There is no such order' }, { status: 404 });
  }
  order.notes.push(text);
  return NextResponse.json({ count: order.notes.length });
}
