"use server";

import { db } from "@/lib/db";

export async function /*|*/cancelOrder(id: number, reason?: string): Promise<{ cancelled: boolean }> {
  await db.cancel(id, reason);
  return { cancelled: true };
}
