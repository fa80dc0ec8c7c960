'use client';

import { useRouter } from 'next/navigation';
import { signOutAction } from './actions';

export default function Page() {
  const router = useRouter();

  const signOut = async () => {
    const response = await signOutAction();
    if (response.ok) {
      router.push('/');
    }
  };

  return <button onClick={signOut}>Sign out</button>;
}
