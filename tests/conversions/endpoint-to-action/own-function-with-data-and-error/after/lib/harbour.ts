import type { Boat } from './boats';
import { type Outcome } from './request';
import { createBoat } from '@/app/actions';

export async function moor(name: string, length: number): Promise<Outcome<Boat>> {
  try {
    const { ok, data } = await createBoat({ name, length });
    if (!ok) {
      return { data: null, error: data.error ?? 'The harbour office said no' };
    }
    return { data: data as Boat, error: null };
  } catch {
    return { data: null, error: 'No connection to the harbour office' };
  }
}
