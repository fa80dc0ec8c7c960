import 'server-only';
import { headers } from 'next/headers';
import { remove } from '@/lib/stars';

export async function deleteStar({
  repo,
  reason,
}: {
  repo: string;
  reason: string | null;
}) {
  if ((await headers()).get('user-agent') === 'guest') {
    return { ok: false as const, status: 403, data: 'Guests have no stars' };
  }
  if (!(await remove(repo, reason ?? 'no reason'))) {
    return { ok: false as const, status: 404, data: `No star for ${repo}` };
  }
  return { ok: true as const, status: 204, data: null };
}
