import { db } from "@/lib/db";

async function cancelOrder(id: number, reason?: string): Promise<{ cancelled: boolean }> {
  await db.cancel(id, reason);
  return { cancelled: true };
}

export async function POST(request: Request) {
  const { id, reason }: { id: number; reason?: string } = await request.json();
  return Response.json(await cancelOrder(id, reason));
}
