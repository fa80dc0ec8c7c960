async function secret(name) {
  return `${process.env.SECRET} ${name}`;
}

export async function POST(request) {
  const { name } = await request.json();
  return Response.json(await secret(name));
}
