export async function send<T>(path: string, method: string): Promise<T | null> {
  const started = Date.now();
  const response = await fetch(`/api${path}`, { method });
  console.log(`Answered after ${Date.now() - started} ms`);
  if (response.status === 204) {
    return null;
  }
  const data = await response.json();
  if (!response.ok) {
    throw new Error(data.error);
  }
  return data;
}
