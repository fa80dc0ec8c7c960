import { POST } from '@/app/api/notes/route';

declare function test(name: string, run: () => Promise<void>): void;

test('a note is kept', async () => {
  await POST(new Request('http://localhost/api/notes', { method: 'POST', body: '{ "text": "Hi" }' }));
});
