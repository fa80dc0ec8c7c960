'use client';

import { useState } from 'react';
import { mergeEmployer } from './actions';

export default function Page() {
  const [said, setSaid] = useState('');
  const merge = async () => {
    const { ok, data } = await mergeEmployer(['a']);
    if (!ok) {
      setSaid(data.error!);
      return;
    }
    setSaid(data.id);
  };
  return <button onClick={merge}>{said || 'Merge'}</button>;
}
