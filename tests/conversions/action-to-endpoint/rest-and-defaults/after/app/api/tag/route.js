async function tag(post, color = 'red', ...names) {
  return names.map((name) => `${post} ${color} ${name}`);
}

export async function POST(request) {
  const { post, color, names } = await request.json();
  return Response.json(await tag(post, color, ...names));
}
