'use client';

import { useEffect } from 'react';

export default function Page({ code }: { code: string }) {
  useEffect(() => {
    void fetch('/api/coupon', { method: 'POST', body: JSON.stringify({ code, source: 'checkout' }) });
  }, [code]);

  return null;
}
