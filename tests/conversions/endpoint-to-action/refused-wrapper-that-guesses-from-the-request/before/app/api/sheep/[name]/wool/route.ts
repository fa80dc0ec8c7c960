import { shear } from '@/lib/sheep';
import { ruled } from '@/lib/rules';

const shorn = async (request: Request, { params }: { params: Promise<{ name: string }> }) => {
  const { name } = await params;
  const { by } = await request.json();
  const wool = await shear(name, by);
  if (wool === 0) {
    return Response.json({ error: 'It is shorn already' }, { status: 409 });
  }
  return Response.json({ wool });
};

export const /*|*/POST = ruled(shorn);
