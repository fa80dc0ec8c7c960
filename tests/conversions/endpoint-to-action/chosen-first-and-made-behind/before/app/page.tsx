'use client';

import axios from 'axios';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

export default function Page() {
  const router = useRouter();
  const [liked, setLiked] = useState(false);
  const id = 'first';

  const toggle = async () => {
    try {
      let request;

      if (liked) {
        request = () => axios.delete(`/api/posts/${id}/like`);
      } else {
        request = () => axios.post(`/api/posts/${id}/like`);
      }

      await request();
      setLiked(!liked);
      router.refresh();
    } catch {
      alert('Something went wrong');
    }
  };

  return <button onClick={toggle}>{liked ? 'Liked' : 'Like'}</button>;
}
