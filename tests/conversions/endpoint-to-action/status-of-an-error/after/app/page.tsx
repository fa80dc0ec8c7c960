'use client';

import { processAction } from './actions';

export default function Page() {
  const run = async (text: string) => {
    const response = await processAction(text);

    if (!response.ok) {
      const json = response.data;
      alert(`${response.status}: ${json.message}`);
    }
  };
  return <button onClick={() => run('a')}>Run</button>;
}
