import type { Item } from '../../actions';

async function check(item: Item): Promise<boolean> {
  return item.count > 0;
}

export async function POST(request: Request) {
  const { item }: { item: Item } = await request.json();
  return Response.json(await check(item));
}
