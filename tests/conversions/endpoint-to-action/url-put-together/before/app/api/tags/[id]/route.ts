export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { name } = (await request.json()) as { name: string };
  console.log(id, name);
  return Response.json({ name });
}
