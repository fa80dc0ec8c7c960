'use client';

import { toast } from '@/lib/toast';

export default function Page() {
  const apply = async (code: string) => {
    const res = await fetch('/api/coupon', { method: 'POST', body: JSON.stringify({ code }) });
    if (!res.ok) {
      toast.error('That code is not valid');
      return;
    }
    const { percent } = await res.json();
    toast.success(`${percent} % off`);
  };

  return <button onClick={() => apply('SPRING')}>Apply</button>;
}
