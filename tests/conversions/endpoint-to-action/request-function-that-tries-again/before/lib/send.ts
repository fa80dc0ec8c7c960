export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Asks up to three times when the server is busy. */
export async function apiRequest<T>(path: string, options: RequestInit = {}): Promise<T> {
  const url = `/api${path}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const response = await fetch(url, {
      ...options,
      headers: { 'Content-Type': 'application/json', ...options.headers },
    });
    if (response.status === 503) continue;
    const data = await response.json();
    if (!response.ok) {
      throw new ApiError(data.error ?? 'Failed', response.status);
    }
    return data;
  }
  throw new Error('Busy');
}
