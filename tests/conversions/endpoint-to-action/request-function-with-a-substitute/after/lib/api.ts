async function request<T>(path: string, options: RequestInit): Promise<T> {
  try {
    const response = await fetch(`/api${path}`, options);
    if (!response.ok) {
      const body = await response.json();
      throw new Error(body.error);
    }
    return await response.json();
  } catch (error) {
    console.error('Request failed:', error);
    return null as T;
  }
}

export async function requestAction<T>(
  send: () => Promise<{ ok: boolean; data: any }>,
): Promise<T> {
  try {
    const response = await send();
    if (!response.ok) {
      const body = response.data;
      throw new Error(body.error);
    }
    return response.data;
  } catch (error) {
    console.error('Request failed:', error);
    return null as T;
  }
}

export const api = {
  post: <T>(path: string, body: unknown) => request<T>(path, { method: 'POST', body: JSON.stringify(body) }),
};
