test('names', async () => {
  await fetch('/api/names', { method: 'POST' });
});
