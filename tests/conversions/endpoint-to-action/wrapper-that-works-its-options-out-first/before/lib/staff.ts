import { cookies } from 'next/headers';

export type Role = 'curator' | 'guard' | 'director';

export interface Staff {
  id: string;
  role: Role;
}

export async function requireStaff(gallery: string, ...roles: Role[]): Promise<Staff> {
  const jar = await cookies();
  const id = jar.get('staff')?.value;
  if (!id) throw new Error('Unauthorized');
  const role = jar.get(`role-of-${gallery}`)?.value as Role | undefined;
  if (!role || !roles.includes(role)) throw new Error('Forbidden');
  return { id, role };
}
