const votes = new Map<string, number>();

export async function /*|*/POST(request: Request) {
  const { option } = await request.json();
  votes.set(option, (votes.get(option) ?? 0) + 1);
  return Response.json({ votes: votes.get(option) });
}
