export type Role = 'owner' | 'helper';

const REACHES: Record<Role, string[]> = {
  owner: ['*'],
  helper: ['/api/plants', '/api/beds'],
};

export function mayReach(role: Role, path: string) {
  const reached = REACHES[role];
  if (!reached || reached.includes('*')) return true;
  return reached.some((each) => path.startsWith(each));
}
