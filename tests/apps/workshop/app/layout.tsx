import type { ReactNode } from 'react';
import { Toaster } from '@/components/toast';

export const metadata = { title: 'Workshop' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
