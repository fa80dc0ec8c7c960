import { NextResponse } from 'next/server';
import { rename } from '@/lib/rooms';

export async function /*|*/PUT(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { id } = await params;
    const { name } = (await request.json()) as { name: string };
    if (!name) {
      return NextResponse.json({ message: 'A name, please' }, { status: 400 });
    }
    const room = await rename(Number(id), name);
    return NextResponse.json({ room });
  } catch (error) {
    console.error(error);
    return NextResponse.json({ message: 'Not renamed' }, { status: 500 });
  }
}
