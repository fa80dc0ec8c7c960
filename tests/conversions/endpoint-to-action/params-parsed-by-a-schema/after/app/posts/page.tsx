'use client';

import { useState } from 'react';
import { updatePost } from './actions';

export default function Page() {
  const [title, setTitle] = useState('');

  async function save(post: { id: string }) {
    const response = await updatePost({ postId: post.id, title });

    if (!response?.ok) {
      return alert('Your post was not saved. Please try again.');
    }
  }

  return <input value={title} onChange={(event) => setTitle(event.target.value)} onBlur={() => save({ id: '1' })} />;
}
