'use client';

import { useRouter } from 'next/navigation';
import { createSignOut } from './actions';

export default function Page() {
  const router = useRouter();

  const signOut = async () => {
    const response = await createSignOut();
    if (response.ok) {
      router.push('/');
    }
  };

  return <button onClick={signOut}>Sign out</button>;
}
