import { NextResponse } from 'next/server';
import { processText } from '@/lib/process';

export const runtime = 'edge';

export async function /*|*/POST(req: Request) {
  const json = await req.json();
  const { text } = json as { text: string };

  try {
    await processText(text);

    return new NextResponse('Processed', {
      status: 200,
    });
  } catch (error: any) {
    console.error(error);
    const errorMessage = error.error?.message || 'An unexpected error occurred';
    const errorCode = error.status || 500;
    return new Response(JSON.stringify({ message: errorMessage }), {
      status: errorCode,
    });
  }
}
