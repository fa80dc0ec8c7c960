import { ownerOf } from './owners';

type Handler = (request: Request) => Promise<Response>;

/** Lets owners in, with the right to do it. */
export function withOwner(right: string) {
  return (handler: Handler) => async (request: Request) => {
    const owner = await ownerOf();
    if (!owner?.rights.includes(right)) {
      return Response.json({ error: `Owners with the right "${right}" only` }, { status: 403 });
    }
    return handler(request);
  };
}
