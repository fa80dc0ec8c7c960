export async function send(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 8000);
  try {
    const res = await fetch(url, { method: 'POST', signal: controller.signal });
    if (!res.ok) alert('Not saved');
  } finally {
    clearTimeout(timer);
  }
}
