import { NextResponse } from 'next/server';

export async function /*|*/POST(request: Request) {
  const formData = await request.formData();
  const file = formData.get('file');
  if (!(file instanceof File)) {
    return new NextResponse('A file is missing', { status: 400 });
  }
  return NextResponse.json({ url: `/images/${file.name}` });
}
