'use client';

import { createPost } from './create-post-client';

export default function Page() {
  return <button onClick={() => createPost({ title: 'New' })}>Create</button>;
}
