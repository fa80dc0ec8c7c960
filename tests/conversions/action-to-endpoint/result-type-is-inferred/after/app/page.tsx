'use client';

import { reload } from './actions';
import { latest } from './latest-client';

export type Latest = Awaited<ReturnType<typeof latest>>;

export default function Page() {
  const show = async () => {
    const { items } = await latest('news', { limit: 3 });
    console.log(items[0].id.toFixed(1), await reload());
  };
  return <button onClick={show}>Show</button>;
}
