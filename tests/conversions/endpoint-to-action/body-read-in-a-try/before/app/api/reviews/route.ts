import { NextResponse } from 'next/server';
import { addReview } from '@/lib/db';

type Review = { book: string; stars: number };

export async function /*|*/POST(request: Request) {
  let body: Review;
  try {
    body = (await request.json()) as Review;
  } catch {
    return NextResponse.json({ error: 'That is no JSON' }, { status: 400 });
  }

  if (body.stars < 1 || body.stars > 5) {
    return NextResponse.json({ error: 'One star to five stars' }, { status: 422 });
  }
  const id = await addReview({ book: body.book.trim(), stars: body.stars });
  return NextResponse.json({ id }, { status: 201 });
}
