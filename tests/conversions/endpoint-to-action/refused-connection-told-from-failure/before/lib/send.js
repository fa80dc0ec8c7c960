export async function send(url, data) {
  try {
    const res = await fetch(url, { method: 'POST', body: JSON.stringify(data) });
    return res.json();
  } catch {
    return false;
  }
}
