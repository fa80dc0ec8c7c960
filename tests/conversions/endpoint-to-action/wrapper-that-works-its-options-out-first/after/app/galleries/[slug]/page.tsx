import { Piece } from './piece';

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return <Piece slug={slug} piece="sunset" />;
}
