'use client';

import { useState } from 'react';

export function PlanForm({ mode, planId }: { mode: 'create' | 'edit' | 'copy'; planId: string }) {
  const [title, setTitle] = useState('');
  const [told, setTold] = useState('');

  async function save() {
    let url: string;
    let method: string;

    if (mode === 'create') {
      url = '/api/plans';
      method = 'POST';
    } else if (mode === 'edit') {
      url = `/api/plans/${planId}`;
      method = 'PUT';
    } else {
      url = `/api/plans/${planId}/copy`;
      method = 'POST';
    }

    const response = await fetch(url, { method, body: JSON.stringify({ title }) });
    const data = await response.json();
    setTold(response.ok ? `Kept as ${data.id}` : data.error);
  }

  return (
    <form action={save}>
      <input value={title} onChange={(event) => setTitle(event.target.value)} />
      <button>Save</button>
      {told}
    </form>
  );
}
