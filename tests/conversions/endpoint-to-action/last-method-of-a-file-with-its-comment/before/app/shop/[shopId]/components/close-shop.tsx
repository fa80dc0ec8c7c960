'use client';

import { useState } from 'react';

export function CloseShop({ shopId }: { shopId: string }) {
  const [closed, setClosed] = useState(false);

  const onClose = async () => {
    const res = await fetch(`/api/shops/${shopId}`, { method: 'DELETE' });
    if (res.status === 200) {
      setClosed(true);
    }
  };

  return <button onClick={onClose}>{closed ? 'Closed' : 'Close'}</button>;
}
