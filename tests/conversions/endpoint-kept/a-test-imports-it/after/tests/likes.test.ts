import { POST } from '../app/api/likes/route';

export async function answersWithoutPost() {
  const answer = await POST(new Request('http://localhost/api/likes', { method: 'POST', body: new FormData() }));
  return answer.status === 400;
}
