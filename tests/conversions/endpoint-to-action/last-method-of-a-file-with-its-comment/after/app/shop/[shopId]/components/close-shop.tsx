'use client';

import { useState } from 'react';
import { deleteShop } from '@/app/shop/[shopId]/actions';

export function CloseShop({ shopId }: { shopId: string }) {
  const [closed, setClosed] = useState(false);

  const onClose = async () => {
    const res = await deleteShop(shopId);
    if (res.status === 200) {
      setClosed(true);
    }
  };

  return <button onClick={onClose}>{closed ? 'Closed' : 'Close'}</button>;
}
