import type { State } from './actions';

export async function subscribe(
  _state: State | undefined,
  formData: FormData,
): Promise<State> {
  const response = await fetch('/api/subscribe', {
    method: 'POST',
    body: formData,
  });
  if (!response.ok) {
    throw new Error(`POST /api/subscribe answered ${response.status}`);
  }
  return response.json();
}
