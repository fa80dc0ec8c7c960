'use client';

import axios from 'axios';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { likePost } from './actions';

export default function Page() {
  const router = useRouter();
  const [liked, setLiked] = useState(false);
  const id = 'first';

  const toggle = async () => {
    try {
      if (liked) {
        await axios.delete(`/api/posts/${id}/like`);
      } else {
        await likePost(id);
      }

      setLiked(!liked);
      router.refresh();
    } catch {
      alert('Something went wrong');
    }
  };

  return <button onClick={toggle}>{liked ? 'Liked' : 'Like'}</button>;
}
