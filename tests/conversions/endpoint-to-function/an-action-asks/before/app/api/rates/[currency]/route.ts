import { rateOf } from '@/lib/rates';

export const /*|*/GET = async (_request: Request, { params }: { params: Promise<{ currency: string }> }) => {
  const { currency } = await params;
  return Response.json({ rate: await rateOf(currency), at: new Date() });
};
