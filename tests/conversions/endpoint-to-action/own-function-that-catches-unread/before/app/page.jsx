'use client';

import http from '../lib/http';

export default function Page() {
  return (
    <button
      onClick={() => {
        localStorage.clear();
        http.delete('/api/shelves');
      }}
    >
      Leave
    </button>
  );
}
