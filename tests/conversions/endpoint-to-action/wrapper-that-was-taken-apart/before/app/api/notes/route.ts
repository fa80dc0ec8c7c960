import { withSession } from '@/lib/with-session';

const notes: { by: string; text: string }[] = [];

export const /*|*/POST = withSession(async (given) => {
  const { text } = await given.req.json();
  notes.push({ by: given.session.user, text });
  return Response.json({ count: notes.length });
});
