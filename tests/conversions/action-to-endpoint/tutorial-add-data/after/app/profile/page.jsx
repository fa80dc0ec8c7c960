import { connection } from 'next/server';
import { list } from '@/lib/store';
import { DataForm } from './data-form';
import { UserForm } from './user-form';

export default async function ProfilePage() {
  await connection();
  const entries = await list('entries');
  const users = await list('users');

  return (
    <main>
      <h1>Profile</h1>
      <UserForm />
      <ul id="users">
        {users.map((user) => (
          <li key={user.id}>{user.name}</li>
        ))}
      </ul>
      <DataForm />
      <ul id="entries">
        {entries.map((entry) => (
          <li key={entry.id}>{entry.text}</li>
        ))}
      </ul>
    </main>
  );
}
