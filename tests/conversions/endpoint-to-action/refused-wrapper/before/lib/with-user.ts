export function withUser(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    if (!request.headers.get('x-user')) return new Response('Unauthorized', { status: 401 });
    return handler(request);
  };
}
