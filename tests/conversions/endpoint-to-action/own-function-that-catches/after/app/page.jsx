'use client';

import { useState } from 'react';
import { toast } from '../lib/toast';
import { createShelf } from './actions';

export default function Page() {
  const [busy, setBusy] = useState(false);

  const add = (name) => {
    setBusy(true);
    createShelf(name)
      .catch(() => false)
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
    const shelf = await createShelf(name).catch(() => false);
    if (shelf) toast.success(shelf.name);
  };

  return (
    <button disabled={busy} onClick={() => add('Novels')} onDoubleClick={() => addAndWait('Poems')}>
      Add
    </button>
  );
}
