'use client';

import { requestAction } from '@/lib/request';
import { updateWords } from './actions';

export default function Page() {
  const save = (word: string) => requestAction(
    () => updateWords(word),
    '/words',
    { silent: true },
  );
  return <button onClick={() => save('tree')}>Save</button>;
}
