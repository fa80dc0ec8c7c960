import { NextResponse } from 'next/server';
import PQueue from 'p-queue';

const queue = new PQueue({ concurrency: 1 });

export async function /*|*/POST() {
  return queue.add(async () => NextResponse.json({ left: 2 }));
}
