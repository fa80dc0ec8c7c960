import { Feed } from './feed';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <Feed id={id} />;
}
