export async function send(url: string) {
  console.log('Sending');
  const res = await fetch(url, { method: 'POST' });
  if (!res.ok) alert(await res.text());
}
