export async function send<T>(path: string, body: unknown, tell: (words: string) => void): Promise<T | null> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status === 503) continue;
    if (!response.ok) {
      tell((await response.json().catch(() => ({ error: 'Unreadable' }))).error);
      return null;
    }
    return response.json();
  }
  tell('Nobody answers');
  return null;
}
