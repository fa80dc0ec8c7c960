'use client';

import { useState } from 'react';
import { shout } from './actions';

export default function Page() {
  const [text, setText] = useState('');
  return <button onClick={async () => setText(await shout(['hey']))}>{text}</button>;
}
