'use client';

export function LinkForm({ action }: { action: string }) {
  return <button onClick={() => fetch(`${action}/add`, { method: 'POST' })}>Add</button>;
}
