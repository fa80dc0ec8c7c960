'use client';

export function OrderStatus({ id }: { id: string }) {
  async function ship() {
    const response = await fetch(`/api/orders/${id}/status`, {
      method: 'PATCH',
      body: JSON.stringify({ status: 'shipped' }),
    });
    if (!response.ok) alert('Not shipped');
  }
  return <button onClick={ship}>Ship</button>;
}
