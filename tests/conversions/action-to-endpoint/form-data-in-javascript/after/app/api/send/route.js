async function send(data) {
  console.log(data.get('message'));
}

export async function POST(request) {
  await send(await request.formData());
  return new Response(null, { status: 204 });
}
