export async function send(url: string) {
  console.log('Sending');
  const res = await fetch(url, { method: 'POST' });
  if (res.headers.get('x-late')) console.log('Late');
  if (!res.ok) alert('Not saved');
}
