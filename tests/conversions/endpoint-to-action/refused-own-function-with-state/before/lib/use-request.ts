'use client';

import { useState } from 'react';

export function useRequest() {
  const [busy, setBusy] = useState(false);
  const send = async (url: string) => {
    setBusy(true);
    await fetch(url, { method: 'POST' });
    setBusy(false);
  };
  return { busy, send };
}
