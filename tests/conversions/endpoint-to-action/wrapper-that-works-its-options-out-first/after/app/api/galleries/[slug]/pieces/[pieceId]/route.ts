import { NextResponse } from 'next/server';
import { staffRoute } from '@/lib/staff-route';

export const DELETE = staffRoute<{ slug: string; pieceId: string }>(
  { roles: 'director', galleryFrom: (params) => params.slug },
  async ({ params, gallery }) => NextResponse.json({ gone: `${gallery}/${params.pieceId}` }),
);
