'use client';

import { tag } from './tag-client';

export default function Page() {
  return <button onClick={() => void tag('a', undefined, 'b', 'c')}>Tag</button>;
}
