export async function /*|*/POST(request: Request) {
  const { name } = (await request.json()) as { name: string };
  console.log(name);
  return Response.json({ name });
}
