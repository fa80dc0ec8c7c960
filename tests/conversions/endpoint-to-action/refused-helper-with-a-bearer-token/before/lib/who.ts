import { cookies } from 'next/headers';

export async function whoAsks(request: Request) {
  const token = tokenOf(request) ?? (await cookies()).get('token')?.value;
  return token ? { name: token } : null;
}

function tokenOf(request: Request) {
  const header = request.headers.get('Authorization');
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined;
}
