'use client';

import { useRouter } from 'next/navigation';
import { deleteRoom } from './actions';

export default function Page() {
  const router = useRouter();

  const close = async () => {
    try {
      const res = await deleteRoom({
        roomId: String(room.id),
        houseId: house?.id?.toString() ?? null,
      });
      if (!res.ok) throw new Error(`Request failed with status code ${res.status}`);
      router.refresh();
    } catch (error) {
      console.log(error);
    }
  };

  return <button onClick={close}>Close</button>;
}
