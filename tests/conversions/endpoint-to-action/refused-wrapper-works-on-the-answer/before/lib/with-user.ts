export function withUser(handler: () => Promise<Response>) {
  return async () => {
    const response = await handler();
    response.headers.set('x-served-by', 'us');
    return response;
  };
}
