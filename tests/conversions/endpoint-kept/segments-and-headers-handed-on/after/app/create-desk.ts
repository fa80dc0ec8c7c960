import 'server-only';
import { headers } from 'next/headers';
import { book } from '@/lib/desks';
import { visitorOf } from '@/lib/visitor';

export async function createDesk({
  floor,
  desk,
}: {
  floor: string;
  desk: string;
}) {
  const visitor = visitorOf({ headers: await headers() });
  if (!book({ floor, desk }, visitor)) {
    return { ok: false as const, status: 409, data: { error: 'This desk is taken' } };
  }
  return { ok: true as const, status: 200, data: JSON.parse(JSON.stringify({ visitor })) };
}
