export async function /*|*/POST(request: Request) {
  const { text } = (await request.json()) as { text: string };
  console.log(text);
  return new Response('Thank you', { status: 201 });
}
