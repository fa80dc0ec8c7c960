import { withUser } from 'a-package-with-handlers';

export const /*|*/POST = withUser(async () => {
  return Response.json({ ok: true });
});
