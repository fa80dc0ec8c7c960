import type { Wish } from './permission';

export function noted(wish: Wish, agent: string | null) {
  console.info(wish.of, agent);
}
