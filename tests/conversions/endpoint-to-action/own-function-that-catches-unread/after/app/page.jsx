'use client';

import { deleteShelves } from './actions';

export default function Page() {
  return (
    <button
      onClick={() => {
        localStorage.clear();
        deleteShelves().catch(() => {});
      }}
    >
      Leave
    </button>
  );
}
