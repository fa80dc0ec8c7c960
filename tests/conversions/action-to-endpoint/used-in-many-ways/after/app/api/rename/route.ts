async function rename(id: number, name: string): Promise<string> {
  return `${id} ${name}`;
}

export async function POST(request: Request) {
  const { id, name }: { id: number; name: string } = await request.json();
  return Response.json(await rename(id, name));
}
