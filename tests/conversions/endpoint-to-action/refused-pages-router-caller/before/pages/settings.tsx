export default function Page() {
  return <button onClick={() => fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) })}>Save</button>;
}
