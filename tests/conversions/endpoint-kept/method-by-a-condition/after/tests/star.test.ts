import { DELETE, POST } from '@/app/api/songs/[id]/star/route';

declare function test(name: string, run: () => Promise<void>): void;
declare function expect(value: unknown): { toBe(other: unknown): void };

const params = Promise.resolve({ id: 'one' });

test('a star comes and goes', async () => {
  const starred = await POST(new Request('http://localhost/api/songs/one/star', { method: 'POST' }), { params });
  expect(starred.status).toBe(200);
  const gone = await DELETE(new Request('http://localhost/api/songs/one/star', { method: 'DELETE' }), { params });
  expect((await gone.json()).count).toBe(0);
});
