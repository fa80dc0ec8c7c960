export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Asks up to three times when the server is busy. */
export async function apiRequestAction<T>(
  send: () => Promise<{ ok: boolean; status: number; data: any }>,
): Promise<T> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const response = await send();
    if (response.status === 503) continue;
    const data = response.data;
    if (!response.ok) {
      throw new ApiError(data.error ?? 'Failed', response.status);
    }
    return data;
  }
  throw new Error('Busy');
}
