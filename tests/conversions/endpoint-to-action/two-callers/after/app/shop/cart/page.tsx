'use client';

import { toast } from '@/lib/toast';
import { createCoupon } from '@/app/shop/actions';

export default function Page() {
  const apply = async (code: string) => {
    const res = await createCoupon(code);
    if (!res.ok) {
      toast.error('That code is not valid');
      return;
    }
    const { percent } = res.data;
    toast.success(`${percent} % off`);
  };

  return <button onClick={() => apply('SPRING')}>Apply</button>;
}
