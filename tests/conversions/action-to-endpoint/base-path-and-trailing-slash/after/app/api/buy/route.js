async function buy(id) {
  return { id };
}

export async function POST(request) {
  const { id } = await request.json();
  return Response.json(await buy(id));
}
