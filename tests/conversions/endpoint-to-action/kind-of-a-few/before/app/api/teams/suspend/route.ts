import { changeTeam } from '@/lib/teams';

export async function /*|*/POST(request: Request) {
  const { slug } = (await request.json()) as { slug: string };
  if (!(await changeTeam(slug, { suspended: true }))) {
    return new Response('No such team', { status: 404 });
  }
  return new Response('OK');
}
