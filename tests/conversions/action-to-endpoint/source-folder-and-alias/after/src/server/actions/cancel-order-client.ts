export async function cancelOrder(
  id: number,
  reason?: string,
): Promise<{ cancelled: boolean }> {
  const response = await fetch("/api/cancel-order", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ id, reason }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/cancel-order answered ${response.status}`);
  }
  return response.json();
}
