'use server';

import { updateRoom } from './update-room';

export async function updateRoomAction({
  id,
  body,
}: {
  id: string;
  body: any;
}) {
  try {
    await updateRoom({ id, body });
  } catch (error) {
    console.error(error);
  }
}
