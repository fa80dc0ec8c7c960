import { shops } from '@/lib/shops';

interface Context {
  params: Promise<{ shopId: string }>;
}

// How many visitors a shop had.
export async function GET(request: Request, { params }: Context) {
  const { shopId } = await params;

  // None is zero.
  return Response.json({ visitors: shops.get(shopId)?.visitors ?? 0 });
}
