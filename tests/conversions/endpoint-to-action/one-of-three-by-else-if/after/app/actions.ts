'use server';

import { plans } from '@/lib/plans';

export async function createPlan(title: string) {
  if (!title) {
    return { ok: false as const, data: { error: 'A plan needs a title' } };
  }
  const id = String(plans.size + 1);
  plans.set(id, title);
  return { ok: true as const, data: { id } };
}

export async function updatePlan({ id, title }: { id: string; title: string }) {
  if (!title) {
    return { ok: false as const, data: { error: 'A plan needs a title' } };
  }
  plans.set(id, title);
  return { ok: true as const, data: { id } };
}

export async function copyPlan({
  id: from,
  title,
}: {
  id: string;
  title: string;
}) {
  if (!plans.has(from)) {
    return { ok: false as const, data: { error: 'There is no such plan' } };
  }
  const id = String(plans.size + 1);
  plans.set(id, title);
  return { ok: true as const, data: { id } };
}
