import { NextResponse } from 'next/server';
import { hang } from '@/lib/pieces';
import { staffRoute } from '@/lib/staff-route';

export const /*|*/PATCH = staffRoute<{ slug: string; pieceId: string }>(
  { roles: ['curator', 'director'], galleryFrom: (params) => params.slug },
  async ({ request, params, staff, gallery }) => {
    const { room } = (await request.json()) as { room: string };
    const hung = await hang(gallery, params.pieceId, room, staff.id);
    if (!hung) {
      return NextResponse.json({ error: 'Which room?' }, { status: 400 });
    }
    return NextResponse.json(hung);
  },
);

export const DELETE = staffRoute<{ slug: string; pieceId: string }>(
  { roles: 'director', galleryFrom: (params) => params.slug },
  async ({ params, gallery }) => NextResponse.json({ gone: `${gallery}/${params.pieceId}` }),
);
