import { NextResponse, type NextRequest } from 'next/server';
import { animals } from '@/lib/animals';
import { withPermission } from '@/lib/permission';

export const GET = withPermission({ action: 'read', of: 'animals' })(
  async (_request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    return NextResponse.json(animals.get(id) ?? null);
  },
);
