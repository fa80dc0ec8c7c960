type Options = { method?: 'GET' | 'POST' | 'DELETE'; body?: unknown };

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function request<T>(path: string, { method = 'GET', body }: Options = {}): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    headers: body === undefined ? undefined : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

  if (!response.ok) {
    const { error } = (await response.json()) as { error: string };
    throw new ApiError(response.status, error);
  }
  return (await response.json()) as T;
}
