'use server';

import { hang } from '@/lib/pieces';
import { requireStaffContext, answerTo } from '@/lib/staff-route';

export async function updatePiece({
  slug,
  pieceId,
  room,
}: {
  slug: string;
  pieceId: string;
  room: string;
}) {
  try {
    const { staff, gallery } = await requireStaffContext(
      { slug },
      { roles: ['curator', 'director'], galleryFrom: (params) => params.slug },
    );
    const hung = await hang(gallery, pieceId, room, staff.id);
    if (!hung) {
      return { ok: false as const, data: { error: 'Which room?' } };
    }
    return { ok: true as const, data: JSON.parse(JSON.stringify(hung)) };
  } catch (error) {
    const response = answerTo(
      { method: 'PATCH', nextUrl: { pathname: `/api/galleries/${slug}/pieces/${pieceId}` } },
      error,
    );
    return { ok: false as const, data: await response.json() };
  }
}
