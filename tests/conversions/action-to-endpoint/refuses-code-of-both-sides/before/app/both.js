import { act } from './actions';

export async function twice(value) {
  return 2 * (await act(value));
}
