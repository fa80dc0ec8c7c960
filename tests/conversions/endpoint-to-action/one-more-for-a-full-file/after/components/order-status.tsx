'use client';

import { updateOrderStatus } from '@/app/orders-actions';

export function OrderStatus({ id }: { id: string }) {
  async function ship() {
    const response = await updateOrderStatus({ id, status: 'shipped' });
    if (!response.ok) alert('Not shipped');
  }
  return <button onClick={ship}>Ship</button>;
}
