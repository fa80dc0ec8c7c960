"use client";

import { cancelOrder } from "@/server/actions/cancel-order-client";

export function Order({ id }: { id: number }) {
  return <button onClick={() => cancelOrder(id)}>Cancel</button>;
}
