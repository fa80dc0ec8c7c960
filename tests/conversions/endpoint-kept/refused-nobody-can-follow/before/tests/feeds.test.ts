test('feeds', async () => {
  await fetch('/api/feeds', { method: 'POST' });
});
