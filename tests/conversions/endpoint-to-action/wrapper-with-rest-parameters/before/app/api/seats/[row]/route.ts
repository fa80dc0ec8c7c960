import { Refusal, withErrors } from '@/lib/with-errors';

const seats = new Map<string, string[]>();

export const /*|*/POST = withErrors(async (request: Request, { params }: { params: Promise<{ row: string }> }) => {
  const { row } = await params;
  const { name }: { name: string } = await request.json();
  const taken = seats.get(row) ?? [];
  if (taken.length > 3) {
    throw new Refusal('This row is full', 409);
  }
  seats.set(row, [...taken, name]);
  return Response.json({ left: 3 - taken.length }, { status: 201 });
});
