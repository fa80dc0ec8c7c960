'use client';

import { useRouter } from 'next/navigation';

export default function Page() {
  const router = useRouter();

  const signOut = async () => {
    const response = await fetch('/api/sign-out', { method: 'POST' });
    if (response.ok) {
      router.push('/');
    }
  };

  return <button onClick={signOut}>Sign out</button>;
}
