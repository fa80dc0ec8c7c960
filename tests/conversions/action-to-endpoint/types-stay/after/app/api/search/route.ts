import { find } from '../../../lib/places';
import type { Filter, Result } from '../../actions';

interface Hidden {
  limit: number;
}

async function search(filter: Filter, ...more: Filter[]): Promise<Result> {
  const hidden: Hidden = { limit: 10 };
  if (!filter.text) {
    return { error: 'Say what' };
  }
  return { places: (await find(filter.text, more.length)).slice(0, hidden.limit) };
}

export async function POST(request: Request) {
  const { filter, more }: { filter: Filter; more: Filter[] } =
    await request.json();
  return Response.json(await search(filter, ...more));
}
