export const maxDuration = 60;

export async function /*|*/POST() {
  return Response.json({ ok: true });
}
