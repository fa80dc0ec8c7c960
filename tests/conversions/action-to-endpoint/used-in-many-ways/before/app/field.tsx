'use client';

import type { rename } from './actions';

export function Field({ onRename }: { onRename: typeof rename }) {
  return <button onClick={() => onRename(6, 'six')} />;
}
