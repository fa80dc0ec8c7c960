'use client';

import axios from 'axios';
import qs from 'query-string';
import { useRouter } from 'next/navigation';

export default function Page() {
  const router = useRouter();
  const house = { id: 'blue' };
  const room = { id: 'kitchen' };

  const close = async () => {
    try {
      const url = qs.stringifyUrl({
        url: `/api/rooms/${room.id}`,
        query: { houseId: house?.id },
      });
      await axios.delete(url);
      router.refresh();
    } catch (error) {
      console.log(error);
    }
  };

  return <button onClick={close}>Close</button>;
}
