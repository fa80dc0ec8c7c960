'use client';

import { useEffect } from 'react';
import { createCoupon } from '@/app/shop/actions';

export default function Page({ code }: { code: string }) {
  useEffect(() => {
    void createCoupon(code);
  }, [code]);

  return null;
}
