'use client';

import { createBoat } from './actions';

export default function Boats() {
  const add = async () => {
    const response = await createBoat('Aurora');
    if (!response.ok) {
      alert('No boat');
      return;
    }
    const { count } = response.data;
    alert(`${count} boats`);
  };

  return <button onClick={add}>Add</button>;
}
