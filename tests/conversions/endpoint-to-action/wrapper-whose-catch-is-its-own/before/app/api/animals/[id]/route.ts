import { NextResponse, type NextRequest } from 'next/server';
import { animals } from '@/lib/animals';
import { withPermission } from '@/lib/permission';

export const GET = withPermission({ action: 'read', of: 'animals' })(
  async (_request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    return NextResponse.json(animals.get(id) ?? null);
  },
);

export const /*|*/PUT = withPermission({ action: 'change', of: 'animals' })(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const { fed }: { fed: string } = await request.json();
    const animal = animals.get(id);
    if (!animal) {
      return NextResponse.json({ error: 'No such animal' }, { status: 404 });
    }
    animals.set(id, { ...animal, fed });
    return NextResponse.json({ name: animal.name });
  },
);
