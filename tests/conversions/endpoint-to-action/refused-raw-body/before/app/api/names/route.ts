export async function /*|*/POST(request: Request) {
  const text = await request.text();
  return Response.json({ length: text.length });
}
