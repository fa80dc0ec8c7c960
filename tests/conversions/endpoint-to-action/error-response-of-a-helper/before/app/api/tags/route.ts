import { responses } from '../../../lib/responses';

const tags: string[] = [];

export async function /*|*/POST(request: Request) {
  try {
    const { tag } = (await request.json()) as { tag: string };
    if (!tag) return responses.badRequest('A tag needs a name');
    tags.push(tag);
    return Response.json({ tags });
  } catch (error) {
    return responses.failed(error);
  }
}
