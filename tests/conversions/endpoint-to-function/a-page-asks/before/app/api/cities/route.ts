import { NextRequest, NextResponse } from 'next/server';
import { cities } from '@/lib/cities';

// Cities by their country.
export async function /*|*/GET(request: NextRequest) {
  const country = request.nextUrl.searchParams.get('country');
  const found = cities.filter((city) => city.country === country);
  if (found.length === 0) {
    return NextResponse.json({ error: 'No such country' }, { status: 404 });
  }
  return NextResponse.json({ cities: found });
}
