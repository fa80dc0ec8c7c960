'use client';

import { useSyncExternalStore } from 'react';

type Toast = { kind: 'success' | 'error' | 'loading'; text: string };

let current: Toast | null = null;
const listeners = new Set<() => void>();

function show(next: Toast) {
  current = next;
  listeners.forEach((listener) => listener());
}

export const toast = {
  success: (text: string) => show({ kind: 'success', text }),
  error: (text: string) => show({ kind: 'error', text }),
  promise<Data>(
    promise: Promise<Data>,
    texts: { loading: string; success: string; error: string | ((error: Error) => string) },
  ) {
    show({ kind: 'loading', text: texts.loading });
    promise.then(
      () => toast.success(texts.success),
      (error) => toast.error(typeof texts.error === 'function' ? texts.error(error) : texts.error),
    );
    return promise;
  },
};

export function Toaster() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
    () => null,
  );
  return <p role="status">{shown?.text}</p>;
}
