export function timed(handler, label) {
  return async (request, context) => {
    const begun = Date.now();
    const response = await handler(request, context);
    console.log(label, response.status, Date.now() - begun);
    return response;
  };
}

export function caught(handler) {
  return async (request, context) => {
    try {
      const response = await handler(request, context);
      return response;
    } catch (error) {
      console.error(request.nextUrl.pathname, error);
      return Response.json({ error: 'Try again' }, { status: 500 });
    }
  };
}
