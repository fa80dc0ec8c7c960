'use client';

import { useRouter } from 'next/navigation';
import { createTouch } from './actions';

export default function Page() {
  const router = useRouter();

  const handleClick = async () => {
    await createTouch();
    router.refresh();
  };

  return <button onClick={handleClick}>Touch</button>;
}
