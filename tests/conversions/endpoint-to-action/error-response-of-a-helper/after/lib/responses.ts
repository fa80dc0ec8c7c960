export const responses = {
  badRequest: (message: string) => Response.json({ error: message }, { status: 400 }),
  failed: (error: unknown) => {
    console.error(error);
    return Response.json({ error: 'Something went wrong' }, { status: 500 });
  },
};
