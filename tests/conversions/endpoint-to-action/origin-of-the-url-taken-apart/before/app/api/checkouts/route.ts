import { NextResponse } from 'next/server';

const started: string[] = [];

export async function POST(request: Request) {
  const { plan } = (await request.json()) as { plan: string };
  const host = request.headers.get('x-forwarded-host');
  const base = host ? `https://${host}` : new URL(request.url).origin;
  const back = new URL(request.url).origin + '/plans';
  started.push(plan);
  return NextResponse.json({ url: `${base}/pay/${started.length}`, back });
}
