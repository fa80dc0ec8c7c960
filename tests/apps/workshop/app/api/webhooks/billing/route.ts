import { createHmac } from 'node:crypto';
import { sameText } from '@/lib/session';
import { store } from '@/lib/store';

export const POST = async (req: Request) => {
  const body = await req.text();
  const signature = req.headers.get('x-billing-signature') ?? '';
  const expected = createHmac('sha256', process.env.BILLING_SECRET ?? '').update(body).digest('hex');

  if (!sameText(signature, expected)) {
    return new Response('Invalid signature', { status: 400 });
  }

  const event = JSON.parse(body) as { type: string; team: string };
  if (event.type === 'subscription.created') {
    const team = store.teams.find(({ id }) => id === event.team);
    if (team) team.plan = 'pro';
  }
  return Response.json({ received: true });
};
