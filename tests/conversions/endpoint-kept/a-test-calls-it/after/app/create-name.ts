import 'server-only';
import { remember } from '@/lib/names';

export async function createName(name: string) {
  if (!name) {
    return { ok: false as const, status: 422, data: { error: 'No name' } };
  }
  const count = await remember(name);
  return { ok: true as const, status: 201, data: { name, count } };
}
