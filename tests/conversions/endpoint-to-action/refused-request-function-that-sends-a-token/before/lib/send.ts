export async function send(url: string) {
  const token = localStorage.getItem('token');
  const res = await fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  if (!res.ok) alert('Not saved');
  return res.ok;
}
