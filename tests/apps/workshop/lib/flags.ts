const flags = new Map([['comments', true]]);

export function createFlagRoutes() {
  return {
    async GET() {
      return Response.json(Object.fromEntries(flags));
    },
    async POST(req: Request) {
      const { name, on }: { name: string; on: boolean } = await req.json();
      flags.set(name, on);
      return Response.json(Object.fromEntries(flags));
    },
  };
}
