export async function sendAction<T>(
  request: () => Promise<{ ok: boolean; status: number; data: any }>,
  tell: (words: string) => void,
): Promise<T | null> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const response = await request();
    if (response.status === 503) continue;
    if (!response.ok) {
      tell((response.data ?? { error: 'Unreadable' }).error);
      return null;
    }
    return response.data;
  }
  tell('Nobody answers');
  return null;
}
