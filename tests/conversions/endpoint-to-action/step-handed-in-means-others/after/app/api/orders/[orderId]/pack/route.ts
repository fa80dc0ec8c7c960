import { NextResponse } from 'next/server';
import { orders } from '@/lib/orders';

export async function POST(_request: Request, { params }: { params: Promise<{ orderId: string }> }) {
  const order = orders.get((await params).orderId);
  if (order) {
    order.state = 'packed';
  }
  return NextResponse.json({ done: Boolean(order) });
}
