import Link from 'next/link';

export const metadata = { title: 'API routes and Server Actions' };

export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Greet</Link> <Link href="/hello">Hello</Link> <Link href="/contact">Contact</Link>{' '}
          <Link href="/profile">Profile</Link>
        </nav>
        {children}
      </body>
    </html>
  );
}
