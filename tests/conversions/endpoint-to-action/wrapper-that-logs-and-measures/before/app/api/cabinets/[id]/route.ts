import { NextRequest, NextResponse } from 'next/server';
import { Missing } from '@/lib/errors';
import { observed } from '@/lib/observed';
import { cabinets } from '@/lib/cabinets';

// Relabels a cabinet
async function relabel(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { label } = (await request.json()) as { label: string };

  const cabinet = cabinets.get(id);
  if (!cabinet) {
    throw new Missing('There is no such cabinet');
  }
  if (!label) {
    return NextResponse.json({ error: 'A label is needed' }, { status: 400 });
  }
  cabinets.set(id, { label, changed: new Date() });
  return NextResponse.json(cabinets.get(id));
}

async function list(_request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return NextResponse.json(cabinets.get(id) ?? null);
}

export const GET = observed(list, { area: 'cabinets' });
export const /*|*/PUT = observed(relabel, { area: 'cabinets', slowAfter: 100 });
