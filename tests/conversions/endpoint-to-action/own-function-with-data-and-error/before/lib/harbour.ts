import type { Boat } from './boats';
import { post } from './request';

export function moor(name: string, length: number) {
  return post<Boat>('/api/boats', { name, length });
}
