import { NextRequest, NextResponse } from 'next/server';
import { observed } from '@/lib/observed';
import { cabinets } from '@/lib/cabinets';

async function list(_request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return NextResponse.json(cabinets.get(id) ?? null);
}

export const GET = observed(list, { area: 'cabinets' });
