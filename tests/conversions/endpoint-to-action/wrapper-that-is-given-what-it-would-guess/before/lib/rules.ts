import { cookies, headers } from 'next/headers';

export interface Rule {
  feature: string;
  member?: boolean;
}

type AnyHandler = (...args: any[]) => Response | Promise<Response>;

async function ruleFor(args: unknown[]): Promise<Rule | null> {
  const [request] = args as [Request | undefined];
  const path = request ? new URL(request.url).pathname : (await headers()).get('x-path');
  return path ? { feature: path.split('/')[2] } : null;
}

async function passes(rule: Rule) {
  const jar = await cookies();
  if (rule.member && !jar.get('member')) return { passed: false, error: 'Members only', status: 401 };
  const off = jar.get('switched-off')?.value.split(',') ?? [];
  return off.includes(rule.feature) ? { passed: false, error: 'Switched off', status: 404 } : { passed: true };
}

// Without a rule, the path of the endpoint says which feature it belongs to.
export function ruled<T extends AnyHandler>(handler: T, rule?: Rule): T {
  const guarded = async (...args: Parameters<T>) => {
    let applied: Rule | null | undefined = rule;
    if (!applied) {
      applied = await ruleFor(args as unknown[]);
    }
    if (applied) {
      const { passed, error, status } = await passes(applied);
      if (!passed) {
        return Response.json({ error }, { status });
      }
    }
    return handler(...(args as Parameters<T>));
  };

  return guarded as T;
}
