import { cookies } from 'next/headers';

const tokens = new Map<string, string>();

export async function walkerOf(request: Request): Promise<string | null> {
  const token = request.headers.get('Authorization')?.replace('Bearer ', '');
  if (token) {
    return tokens.get(token) ?? null;
  }
  return (await cookies()).get('walker')?.value ?? null;
}
