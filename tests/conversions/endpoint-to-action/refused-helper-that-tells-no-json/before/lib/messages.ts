/** What went wrong, in words for people. */
export async function readFailure(res: Response, fallback = 'Something went wrong'): Promise<string> {
  try {
    const data = await res.json();
    return data?.error ?? fallback;
  } catch {
    return 'Our server is down';
  }
}
