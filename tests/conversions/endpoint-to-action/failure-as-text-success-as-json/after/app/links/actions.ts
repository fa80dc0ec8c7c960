'use server';

import { checked, currentUser } from '@/lib/user';
import { removeLink } from '@/lib/links';

export async function removeLinkAsAdmin(id: string) {
  try {
    const user = checked(await currentUser());
    if (user instanceof Response) return { ok: user.ok, status: user.status, data: user.ok ? await user.json() : await user.text() };

    if (!(await removeLink(id))) {
      return { ok: false as const, status: 404 as const, data: JSON.stringify('No such link') };
    }
    return { ok: true as const, status: 200 as const, data: { id } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500 as const, data: '' };
  }
}
