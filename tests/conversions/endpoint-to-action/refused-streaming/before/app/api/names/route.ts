export async function /*|*/POST() {
  const stream = new ReadableStream({
    start(controller) {
      controller.close();
    },
  });
  return new Response(stream);
}
