export class ApiError extends Error {
  constructor(
    message: string,
    public status: number,
  ) {
    super(message)
  }
}

export async function checked<T>(response: Response, message = 'Something went wrong'): Promise<T> {
  if (!response.ok) {
    throw new ApiError(message, response.status)
  }
  return (await response.json()) as T
}
