'use server';

import { createDesk } from './create-desk';

export async function createDeskAction({
  floor,
  desk,
}: {
  floor: string;
  desk: string;
}) {
  return createDesk({ floor, desk });
}
