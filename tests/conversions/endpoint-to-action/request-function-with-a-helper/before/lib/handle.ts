export class HttpError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

export async function handle(response: Response) {
  const data = await response.json().catch(() => null);
  if (!response.ok) {
    throw new HttpError(response.status, data?.error ?? 'Failed');
  }
  return data;
}
