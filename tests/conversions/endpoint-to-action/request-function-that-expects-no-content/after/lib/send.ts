export async function sendAction<T>(
  request: () => Promise<{ ok: boolean; status: number; data: any }>,
): Promise<T | null> {
  const started = Date.now();
  const response = await request();
  console.log(`Answered after ${Date.now() - started} ms`);
  if (response.status === 204) {
    return null;
  }
  const data = response.data;
  if (!response.ok) {
    throw new Error(data.error);
  }
  return data;
}
