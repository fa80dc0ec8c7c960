'use server';

import { save } from '@/lib/rules';

export async function createRule({ rules }: { rules?: unknown }) {
  try {
    if (!Array.isArray(rules)) {
      return { ok: false as const, data: { error: 'Rules are a list' } };
    }
    const known: import('@/lib/rules').Rule[] = rules.map(({ id, when }) => ({ id: String(id), when: String(when) }));
    return { ok: true as const, data: JSON.parse(JSON.stringify({ count: await save(known) })) };
  } catch (error) {
    console.error(error);
    return { ok: false as const, data: null };
  }
}
