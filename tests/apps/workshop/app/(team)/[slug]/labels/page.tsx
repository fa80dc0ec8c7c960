'use client';

import { useParams } from 'next/navigation';
import { useState } from 'react';
import useSWR from 'swr';
import { fetcher } from '@/lib/fetcher';
import { LabelForm, type LabelData } from './label-form';

export default function LabelsPage() {
  const slug = useParams<{ slug: string }>()?.slug ?? '';
  const { data: labels } = useSWR<LabelData[]>(`/api/teams/${slug}/labels`, fetcher);
  const [edited, setEdited] = useState<LabelData>();

  return (
    <main>
      {labels?.map((label) => (
        <button key={label.id} onClick={() => setEdited(label)}>
          {label.name}
        </button>
      ))}
      <LabelForm key={edited?.id ?? 'new'} slug={slug} label={edited} />
    </main>
  );
}
