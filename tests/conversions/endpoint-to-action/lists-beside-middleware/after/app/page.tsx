'use client';

import { createBed } from './actions';

export default function Beds() {
  const add = async () => {
    const { ok, data } = await createBed('Roses');
    alert(ok ? `${data.count} beds` : data.error);
  };

  return <button onClick={add}>Add</button>;
}
