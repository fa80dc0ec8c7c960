import { CloseShop } from './components/close-shop';

export default async function Page({ params }: { params: Promise<{ shopId: string }> }) {
  const { shopId } = await params;
  return <CloseShop shopId={shopId} />;
}
