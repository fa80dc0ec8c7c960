'use client';

import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { toast } from '@/components/toast';

export type LabelData = { id: string; name: string; color: string };

export function LabelForm({ slug, label }: { slug: string; label?: LabelData }) {
  const { mutate } = useSWRConfig();
  const [data, setData] = useState({ name: label?.name ?? '', color: label?.color ?? '#888' });
  const [saving, setSaving] = useState(false);

  const onSubmit = async (e: React.FormEvent) => {
    e.preventDefault();
    setSaving(true);
    try {
      const res = await fetch(label ? `/api/teams/${slug}/labels/${label.id}` : `/api/teams/${slug}/labels`, {
        method: label ? 'PUT' : 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(data),
      });

      if (!res.ok) {
        const { error } = await res.json();
        toast.error(error.message);
        return;
      }

      await mutate(`/api/teams/${slug}/labels`);
      toast.success(label ? 'Label changed' : 'Label created');
    } finally {
      setSaving(false);
    }
  };

  return (
    <form onSubmit={onSubmit}>
      <input aria-label="Name" value={data.name} onChange={(e) => setData({ ...data, name: e.target.value })} />
      <input aria-label="Color" value={data.color} onChange={(e) => setData({ ...data, color: e.target.value })} />
      <button disabled={saving}>{label ? 'Save' : 'Create'}</button>
    </form>
  );
}
