'use client';

import { useState } from 'react';
import { shout } from './shout-client';

export default function Page() {
  const [text, setText] = useState('');
  return <button onClick={async () => setText(await shout(['hey']))}>{text}</button>;
}
