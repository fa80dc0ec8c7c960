import { mark } from '@/lib/seen';

export async function /*|*/POST(request: Request) {
  let body: { at?: string } = {};
  try {
    body = await request.json();
  } catch {
    // Most callers have nothing to say.
  }
  return Response.json({ at: await mark(body.at ?? new Date().toISOString()) });
}
