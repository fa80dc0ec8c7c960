import { LinkForm } from './link-form';

export default function Page() {
  return (
    <>
      <LinkForm action="/api/links" />
      <LinkForm action="/api/links/admin" />
    </>
  );
}
