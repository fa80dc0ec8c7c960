async function createPost({ title, body = '' }) {
  console.log(title, body);
  return { ok: true };
}

export async function POST(request) {
  return Response.json(await createPost(await request.json()));
}
