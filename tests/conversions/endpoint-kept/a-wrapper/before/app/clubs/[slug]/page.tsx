import { Move } from './move';

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  return <Move slug={(await params).slug} gameId="1" />;
}
