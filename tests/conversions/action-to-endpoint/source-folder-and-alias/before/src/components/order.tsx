"use client";

import { cancelOrder } from "@/server/actions/orders";

export function Order({ id }: { id: number }) {
  return <button onClick={() => cancelOrder(id)}>Cancel</button>;
}
