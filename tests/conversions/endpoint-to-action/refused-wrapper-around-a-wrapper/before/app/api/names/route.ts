import { withUser } from '@/lib/with-user';

export const /*|*/POST = withUser(async () => {
  return Response.json({ ok: true });
});
