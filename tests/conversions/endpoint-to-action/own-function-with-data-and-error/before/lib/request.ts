export type Outcome<T> = { data: T; error: null } | { data: null; error: string };

export async function request<T>(url: string, method: string, body?: unknown): Promise<Outcome<T>> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    const data = await response.json();
    if (!response.ok) {
      return { data: null, error: data.error ?? 'The harbour office said no' };
    }
    return { data: data as T, error: null };
  } catch {
    return { data: null, error: 'No connection to the harbour office' };
  }
}

export const post = <T,>(url: string, body?: unknown) => request<T>(url, 'POST', body);
