import { jsonOnly } from '@/lib/json-only';

export const /*|*/POST = jsonOnly(async (request) => {
  const { text } = await request.json();
  return Response.json({ text });
});
