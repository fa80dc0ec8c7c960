export default function Old() {
  const add = () =>
    fetch('/api/notes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'Old' }),
    });

  return <button onClick={add}>Add</button>;
}
