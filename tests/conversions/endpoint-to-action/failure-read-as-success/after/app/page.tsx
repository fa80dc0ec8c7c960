'use client';

import { useState } from 'react';
import { checkUsernameAvailable } from './actions';

export default function Page() {
  const [isFree, setIsFree] = useState(false);
  const check = async (username: string) => {
    const data = await checkUsernameAvailable(username);
    setIsFree(data.isAvailable!);
  };
  return <button onClick={() => check('ada')}>{isFree ? 'free' : 'taken'}</button>;
}
