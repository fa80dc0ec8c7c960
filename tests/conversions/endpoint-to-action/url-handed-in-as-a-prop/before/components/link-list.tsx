'use client';

import { useState } from 'react';
import { LinkForm } from './link-form';

export function LinkList({ action }: { action: string }) {
  const [ids, setIds] = useState<string[]>([]);
  return (
    <div>
      <LinkForm action={action} onAdded={(id) => setIds([...ids, id])} />
      {ids.join(', ')}
    </div>
  );
}
