import { POST } from '@/app/api/notes/route';

test('adds a note', async () => {
  const response = await POST(new Request('http://localhost', { method: 'POST', body: '{"text":"Hi"}' }));
  expect(response.status).toBe(201);
});
