export type Answer<T> = { value: T; problem: null } | { value: null; problem: string };

export async function ask<T>(url: string, body: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    const value = await response.json();
    if (!response.ok) {
      return { value: null, problem: value.error };
    }
    return { value: value as T, problem: null };
  } catch {
    return { value: null, problem: 'Nobody is at the door' };
  }
}
