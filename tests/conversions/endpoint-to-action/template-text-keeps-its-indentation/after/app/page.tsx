'use client';

import { createMail } from './actions';

export default function Page() {
  return <button onClick={() => void createMail()}>Send</button>;
}
