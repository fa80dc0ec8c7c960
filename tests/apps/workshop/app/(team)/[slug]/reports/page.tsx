import { headers } from 'next/headers';

export default async function ReportsPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const baseUrl = process.env.APP_URL ?? 'http://localhost:3000';
  const res = await fetch(`${baseUrl}/api/teams/${slug}/stats`, {
    headers: { cookie: (await headers()).get('cookie') ?? '' },
    cache: 'no-store',
  });
  const stats = (await res.json()) as { total: number; done: number };

  return (
    <main>
      {stats.done} of {stats.total} tasks are done
    </main>
  );
}
