'use client';

import { harbour } from '@/lib/harbour-api';

export default function Harbour() {
  return <button onClick={() => harbour.moor('Alma', 9)}>Moor</button>;
}
