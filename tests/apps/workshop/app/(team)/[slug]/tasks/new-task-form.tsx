'use client';

import { useState } from 'react';
import { mutate } from 'swr';
import { toast } from '@/components/toast';

export function NewTaskForm({ slug }: { slug: string }) {
  const [title, setTitle] = useState('');
  const [dueAt, setDueAt] = useState('');
  const [saving, setSaving] = useState(false);

  return (
    <form
      onSubmit={async (e) => {
        e.preventDefault();
        setSaving(true);
        const response = await fetch(`/api/teams/${slug}/tasks`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
          },
          body: JSON.stringify({ title, dueAt: dueAt || null }),
        });

        if (response.ok) {
          await mutate(`/api/teams/${slug}/tasks`);
          setTitle('');
          toast.success('Task created');
        } else {
          const { error } = await response.json();
          toast.error(error.message);
        }
        setSaving(false);
      }}
    >
      <input aria-label="Title" value={title} onChange={(e) => setTitle(e.target.value)} />
      <input aria-label="Due" type="date" value={dueAt} onChange={(e) => setDueAt(e.target.value)} />
      <button disabled={saving}>{saving ? 'Adding…' : 'Add task'}</button>
    </form>
  );
}
