import { save } from '@/lib/rules';

export async function /*|*/POST(request: Request) {
  const { rules } = (await request.json()) as { rules?: unknown };
  if (!Array.isArray(rules)) {
    return Response.json({ error: 'Rules are a list' }, { status: 400 });
  }
  const known: import('@/lib/rules').Rule[] = rules.map(({ id, when }) => ({ id: String(id), when: String(when) }));
  return Response.json({ count: await save(known) });
}
