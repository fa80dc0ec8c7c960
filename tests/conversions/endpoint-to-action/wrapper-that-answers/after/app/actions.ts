'use server';

import { checkRole } from '../lib/auth';

const titles = new Map<string, string>();

export async function updateArticle({
  id,
  title,
}: {
  id: string;
  title: string;
}) {
  try {
    const session = await checkRole('editor');
    if (session instanceof Response) {
      return { ok: false as const, status: session.status, data: await session.text() };
    }

    titles.set(id, `${title} by ${session.email}`);
    return { ok: true as const, status: 204 };
  } catch (error) {
    console.error(error);
    return { ok: false as const, status: 500, data: '' };
  }
}
