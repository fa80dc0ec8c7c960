'use client';

export default function Page() {
  return <button onClick={async () => (await import('./actions')).act(1)}>Act</button>;
}
