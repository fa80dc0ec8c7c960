'use client';

import { useState } from 'react';
import { type Result } from './actions';
import { search } from './search-client';

export default function Page() {
  const [result, setResult] = useState<Result>();
  return <button onClick={async () => setResult(await search({ text: 'x' }))}>{JSON.stringify(result)}</button>;
}
