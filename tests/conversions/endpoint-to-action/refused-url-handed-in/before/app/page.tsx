import { headers } from 'next/headers';
import { LinkForm } from './link-form';

export default async function Page() {
  const base = (await headers()).get('x-links') ?? '/api/links/admin';
  return (
    <>
      <LinkForm action="/api/links" />
      <LinkForm action={base} />
    </>
  );
}
