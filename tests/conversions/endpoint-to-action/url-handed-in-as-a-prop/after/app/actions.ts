'use server';

import { addLink } from '@/lib/links';

export async function addLinkAction(target: string) {
  try {
    const link = await addLink(String(target), 'mine');
    if (!link) {
      return { ok: false as const, data: JSON.stringify('That is no link') };
    }
    return { ok: true as const, data: { id: link.id } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: '' };
  }
}

export async function addLinkAsAdmin({
  target,
  owner,
}: {
  target: string;
  owner: string;
}) {
  try {
    const link = await addLink(String(target), String(owner));
    if (!link) {
      return { ok: false as const, data: JSON.stringify('That is no link') };
    }
    return { ok: true as const, data: { id: link.id } };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: '' };
  }
}
