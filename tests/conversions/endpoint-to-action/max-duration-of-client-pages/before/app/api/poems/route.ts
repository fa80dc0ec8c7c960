import { compose } from '@/lib/poems';

export const maxDuration = 120;

export async function POST/*|*/(request: Request) {
  const { about } = (await request.json()) as { about: string };
  return Response.json({ text: await compose(about) });
}
