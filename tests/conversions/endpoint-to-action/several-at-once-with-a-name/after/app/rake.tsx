'use client';

import { useRouter } from 'next/navigation';
import { deleteLeave } from './actions';

export function Rake({ ids }: { ids: string[] }) {
  const router = useRouter();

  async function rake() {
    const removals = ids.map((id) => deleteLeave(id));
    const responses = await Promise.all(removals);
    if (responses.every((response) => response.ok)) {
      router.refresh();
    }
  }

  return <button onClick={rake}>Rake</button>;
}
