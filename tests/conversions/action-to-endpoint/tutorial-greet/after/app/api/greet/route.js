async function greet(name) {
  return `Hello, ${name}!`;
}

export async function POST(request) {
  const { name } = await request.json();
  return Response.json(await greet(name));
}
