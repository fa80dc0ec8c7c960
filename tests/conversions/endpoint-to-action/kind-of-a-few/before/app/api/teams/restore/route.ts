import { changeTeam } from '@/lib/teams';

export async function POST(request: Request) {
  const { slug } = (await request.json()) as { slug: string };
  await changeTeam(slug, { suspended: false });
  return new Response('OK');
}
