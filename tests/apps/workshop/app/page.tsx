import Link from 'next/link';
import { FeedbackForm } from '@/components/feedback-form';
import { SearchBox } from '@/components/search-box';
import { SubscribeForm } from '@/components/subscribe-form';
import { getSession } from '@/lib/session';
import { store } from '@/lib/store';

export default async function Home() {
  const session = await getSession();
  const teams = store.teams.filter((team) =>
    store.memberships.some(({ teamId, userId }) => teamId === team.id && userId === session?.user.id),
  );

  return (
    <main>
      <h1>Workshop</h1>
      {session ? (
        <form action="/api/auth/logout" method="post">
          <button>Sign out</button>
        </form>
      ) : (
        <Link href="/login">Sign in</Link>
      )}
      <ul>
        {teams.map((team) => (
          <li key={team.id}>
            <Link href={`/${team.slug}/tasks`}>{team.name}</Link>
          </li>
        ))}
      </ul>
      <SearchBox />
      <FeedbackForm />
      <SubscribeForm />
    </main>
  );
}
