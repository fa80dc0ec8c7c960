export async function choose(plan: string): Promise<string> {
  if (plan === '') throw new Error('No plan');
  return '2030-01-01';
}
