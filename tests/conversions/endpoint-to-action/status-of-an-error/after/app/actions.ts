'use server';

import { processText } from '@/lib/process';

export async function processAction(text: string) {
  try {
    await processText(text);

    return { ok: true as const, status: 200 };
  } catch (error: any) {
    console.error(error);
    const errorMessage = error.error?.message || 'An unexpected error occurred';
    const errorCode = error.status || 500;
    return { ok: false as const, status: errorCode, data: { message: errorMessage } };
  }
}
