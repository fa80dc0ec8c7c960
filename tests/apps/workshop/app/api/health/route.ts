async function handler() {
  return Response.json({ ok: true, at: new Date().toISOString() });
}

export { handler as GET, handler as POST };
