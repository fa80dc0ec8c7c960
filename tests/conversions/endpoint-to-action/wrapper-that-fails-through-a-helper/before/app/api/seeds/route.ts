import { fail } from '@/lib/fail';
import { requireMember } from '@/lib/require-member';
import { seeds } from '@/lib/seeds';

export const /*|*/POST = requireMember(async (request, member) => {
  const { count }: { count: number } = await request.json();
  if (count < 1) {
    return fail('How many?');
  }
  seeds.set(member.id, count);
  return Response.json({ count });
});
