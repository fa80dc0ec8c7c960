export async function GET() {
  return new Response('A page and a route handler at one URL');
}
