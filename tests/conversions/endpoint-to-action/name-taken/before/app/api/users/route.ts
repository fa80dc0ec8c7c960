const names: string[] = [];

export async function /*|*/POST(req: Request) {
  const { name } = await req.json();
  names.push(name);
  return new Response();
}
