const prices = new Map([['apple', 3]]);

async function priceOf(fruit) {
  return prices.get(fruit);
}

export async function POST(request) {
  const { fruit } = await request.json();
  const result = await priceOf(fruit);
  if (result === undefined) {
    return new Response(null, { status: 204 });
  }
  return Response.json(result);
}
