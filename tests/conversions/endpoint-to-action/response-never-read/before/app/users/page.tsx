'use client';

import { useRouter } from 'next/navigation';

export default function Page() {
  const router = useRouter();

  const handleClick = async () => {
    await fetch('/api/users/touch', { method: 'POST' });
    router.refresh();
  };

  return <button onClick={handleClick}>Touch</button>;
}
