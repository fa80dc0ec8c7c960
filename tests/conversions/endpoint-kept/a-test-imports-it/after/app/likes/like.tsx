'use client';

import { useState } from 'react';
import { uploadLikeAction } from './actions';

export function Like({ post }: { post: string }) {
  const [likes, setLikes] = useState(0);

  async function send() {
    const formData = new FormData();
    formData.set('post', post);
    const res = await uploadLikeAction(formData);
    if (res.ok) {
      const data = res.data;
      setLikes(data.likes);
    }
  }

  return <button onClick={send}>{likes} likes</button>;
}
