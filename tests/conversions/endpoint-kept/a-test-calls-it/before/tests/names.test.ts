declare function test(name: string, run: () => Promise<void>): void;

test('names', async () => {
  const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
  if (res.status !== 201) throw new Error(await res.text());
});
