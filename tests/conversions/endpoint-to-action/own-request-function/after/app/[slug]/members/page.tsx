import { InviteForm } from './invite-form';

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return <InviteForm slug={slug} />;
}
