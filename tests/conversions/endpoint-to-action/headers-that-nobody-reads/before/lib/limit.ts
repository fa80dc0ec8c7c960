export async function limit(key: string) {
  return { success: key.length < 9, limit: 5, remaining: 1, reset: Date.now() + 60_000 };
}
