import { NextResponse } from 'next/server';
import { withClub } from '@/lib/with-club';

export const GET = withClub(async ({ club }) => NextResponse.json({ club: club.slug }));
