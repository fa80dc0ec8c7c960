'use client';

export default function Page({ what }: { what: string }) {
  return <button onClick={() => fetch(`/api/links/${what}`, { method: 'POST' })}>Go</button>;
}
