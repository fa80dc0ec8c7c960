type Handler = (request: Request) => Promise<Response>;

export function jsonOnly(handler: Handler): Handler {
  return async (request) => {
    const kind = request.headers.get('content-type') ?? '';
    if (!kind.startsWith('application/json')) {
      return Response.json({ error: 'JSON only' }, { status: 415 });
    }
    return handler(request);
  };
}
