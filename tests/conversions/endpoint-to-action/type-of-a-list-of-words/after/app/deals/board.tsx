'use client';

import { createTrigger } from './actions';

export function Board({ dealId }: { dealId: string }) {
  const move = async () => {
    createTrigger({ event: 'deal_moved', dealId }).catch(() => {});
  };
  return <button onClick={move}>Move</button>;
}
