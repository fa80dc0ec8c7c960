'use client';

import { twice } from './both';

export function Button() {
  return <button onClick={() => twice(2)}>Twice</button>;
}
