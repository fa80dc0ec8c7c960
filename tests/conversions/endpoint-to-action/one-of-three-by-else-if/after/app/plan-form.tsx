'use client';

import { useState } from 'react';
import { createPlan, updatePlan, copyPlan } from './actions';

export function PlanForm({ mode, planId }: { mode: 'create' | 'edit' | 'copy'; planId: string }) {
  const [title, setTitle] = useState('');
  const [told, setTold] = useState('');

  async function save() {
    const { ok, data } = await (mode === 'create'
      ? createPlan(title)
      : mode === 'edit'
      ? updatePlan({ id: planId, title })
      : copyPlan({ id: planId, title }));
    setTold(ok ? `Kept as ${data.id}` : data.error);
  }

  return (
    <form action={save}>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button>Save</button>
      {told}
    </form>
  );
}
