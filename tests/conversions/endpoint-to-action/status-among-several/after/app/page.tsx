'use client';

import { createTicket } from './actions';

export default function Page() {
  const book = async (seat: string) => {
    const res = await createTicket(seat);
    if (![200, 201].includes(res.status)) {
      const { error } = res.data;
      alert(error);
      return;
    }
    const { id } = res.data;
    alert(id);
  };

  return <button onClick={() => book('1a')}>Book</button>;
}
