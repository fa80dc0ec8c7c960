export default function Page() {
  return <button onClick={() => fetch('/api/names', { method: 'POST' })}>Save</button>;
}
