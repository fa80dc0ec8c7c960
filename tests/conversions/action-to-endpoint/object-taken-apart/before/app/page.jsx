'use client';

import { createPost } from './actions';

export default function Page() {
  return <button onClick={() => createPost({ title: 'New' })}>Create</button>;
}
