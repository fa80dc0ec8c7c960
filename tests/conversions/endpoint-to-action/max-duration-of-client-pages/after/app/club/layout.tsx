import type { ReactNode } from 'react';

export const maxDuration = 120;

export default function Layout({ children }: { children: ReactNode }) {
  return <main>{children}</main>;
}
