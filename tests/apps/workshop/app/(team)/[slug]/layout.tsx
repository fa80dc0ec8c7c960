import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ProfileMenu } from '@/components/profile-menu';
import { getSession } from '@/lib/session';
import { store } from '@/lib/store';

type Props = { children: ReactNode; params: Promise<{ slug: string }> };

export default async function TeamLayout({ children, params }: Props) {
  const { slug } = await params;
  const session = await getSession();
  if (!session) {
    redirect(`/login?next=/${slug}/tasks`);
  }
  const team = store.teams.find((candidate) => candidate.slug === slug);
  if (!team) {
    notFound();
  }

  return (
    <>
      <h1>{team.name}</h1>
      <nav>
        {['tasks', 'labels', 'members', 'settings', 'reports', 'assistant'].map((name) => (
          <Link key={name} href={`/${slug}/${name}`}>
            {name}{' '}
          </Link>
        ))}
      </nav>
      <ProfileMenu />
      {children}
    </>
  );
}
