import { bells } from '@/lib/bells';
import { caught, timed } from '@/lib/timed';

const ring = async (request) => {
  const { times } = await request.json();
  bells.rung += times;
  return Response.json({ rung: bells.rung });
};

const safely = caught(ring);
const handler = timed(safely, 'bells');

export { handler as /*|*/POST };
