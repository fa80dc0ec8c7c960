import type { ReactNode } from 'react';

export const maxDuration = 30;

export default function Layout({ children }: { children: ReactNode }) {
  return <main>{children}</main>;
}
