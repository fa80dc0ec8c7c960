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

// A shop that is closed stays in the books.
export async function /*|*/DELETE(request: Request, { params }: Context) {
  try {
    const { shopId } = await params;

    // The door first.
    shops.set(shopId, { visitors: 0, isOpen: false });

    return new Response(null, { status: 200 });
  } catch (error) {
    console.log(error);

    return new Response('Something went wrong', { status: 500 });
  }
}
