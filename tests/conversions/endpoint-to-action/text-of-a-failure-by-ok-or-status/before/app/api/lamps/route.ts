import { light } from '@/lib/lamps';

export async function /*|*/POST(request: Request) {
  try {
    const { room } = await request.json();
    if (!room) {
      return new Response('Which room?', { status: 400 });
    }
    light(room);
    return Response.json({ room });
  } catch (error: any) {
    return new Response(error.message, { status: error.status ?? 500 });
  }
}
