'use client';

import { useState } from 'react';
import http from '../lib/http';
import { toast } from '../lib/toast';

export default function Page() {
  const [busy, setBusy] = useState(false);

  const add = (name) => {
    setBusy(true);
    http
      .create('/api/shelves', { name })
      .then((shelf) => {
        if (shelf?.error) {
          toast.error(shelf.error);
        } else {
          toast.success(shelf.name);
        }
      })
      .catch((error) => console.error(error))
      .finally(() => setBusy(false));
  };

  const addAndWait = async (name) => {
    const shelf = await http.create('/api/shelves', { name });
    if (shelf) toast.success(shelf.name);
  };

  return (
    <button disabled={busy} onClick={() => add('Novels')} onDoubleClick={() => addAndWait('Poems')}>
      Add
    </button>
  );
}
