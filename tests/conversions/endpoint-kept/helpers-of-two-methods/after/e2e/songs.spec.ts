declare const request: { post(url: string, options: { data: object }): Promise<{ status(): number }> };

export async function addsASong() {
  const answer = await request.post('/api/songs', { data: { title: 'Song', seconds: 200 } });
  return answer.status() === 201;
}
