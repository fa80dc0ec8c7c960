import { z } from 'zod';

const jobSchema = z.object({ to: z.string(), subject: z.string() });

export async function POST(req: Request) {
  if (req.headers.get('authorization') !== `Bearer ${process.env.QUEUE_TOKEN}`) {
    return new Response('Unauthorized', { status: 401 });
  }
  const { to, subject } = jobSchema.parse(await req.json());
  console.log(`An email to ${to}: ${subject}`);
  return new Response('OK');
}
