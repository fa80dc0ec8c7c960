/** What went wrong, in words for people. */
export async function readFailureResult(
  result: { status: number; data?: any },
  fallback = 'Something went wrong',
): Promise<string> {
  if (result.status === 429) return 'Please wait a minute.';
  try {
    const data = result.data;
    return data?.error ?? data?.message ?? fallback;
  } catch {
    return fallback;
  }
}
