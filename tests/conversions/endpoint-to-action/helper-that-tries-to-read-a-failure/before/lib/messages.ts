/** What went wrong, in words for people. */
export async function readFailure(res: Response, fallback = 'Something went wrong'): Promise<string> {
  if (res.status === 429) return 'Please wait a minute.';
  try {
    const data = await res.json();
    return data?.error ?? data?.message ?? fallback;
  } catch {
    return fallback;
  }
}
