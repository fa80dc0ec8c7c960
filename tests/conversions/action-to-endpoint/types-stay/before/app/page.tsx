'use client';

import { useState } from 'react';
import { search, type Result } from './actions';

export default function Page() {
  const [result, setResult] = useState<Result>();
  return <button onClick={async () => setResult(await search({ text: 'x' }))}>{JSON.stringify(result)}</button>;
}
