export async function double(value: number): Promise<number> {
  const response = await fetch("/api/double", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ value }),
  });
  if (!response.ok) {
    throw new Error(`POST /api/double answered ${response.status}`);
  }
  return response.json();
}
