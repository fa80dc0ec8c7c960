async function inviteAction(email) {
  return `Invited ${email}`;
}

export async function POST(request) {
  const { email } = await request.json();
  return Response.json(await inviteAction(email));
}
