'use server';

import { createStep } from './create-step';

export async function createStepAction(count: number) {
  try {
    return await createStep(async () => ({ count }));
  } catch (error) {
    console.error(error);
    return { ok: false as const };
  }
}
