import { NextResponse } from 'next/server';
import { checkout } from '@/lib/checkout';

export async function /*|*/POST(request: Request) {
  try {
    const { plan } = await request.json();
    if (!plan) {
      return NextResponse.json({ success: false, message: 'Choose a plan' }, { status: 400 });
    }
    const session = await checkout(plan);
    return NextResponse.json({ success: true, url: session.url, name: session.name });
  } catch (error) {
    console.error(error);
    return NextResponse.json({ success: false, message: 'Try again later' }, { status: 500 });
  }
}
