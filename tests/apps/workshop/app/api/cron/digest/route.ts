import { NextResponse } from 'next/server';
import { sendEmailLater } from '@/lib/queue';
import { store } from '@/lib/store';

export const dynamic = 'force-dynamic';
export const maxDuration = 300;

export async function GET(req: Request) {
  if (req.headers.get('Authorization') !== `Bearer ${process.env.CRON_SECRET}`) {
    return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  }

  const open = store.tasks.filter((task) => !task.done);
  await Promise.all(store.users.map((user) => sendEmailLater(user.email, `${open.length} tasks are open`)));
  return NextResponse.json({ sent: store.users.length });
}
