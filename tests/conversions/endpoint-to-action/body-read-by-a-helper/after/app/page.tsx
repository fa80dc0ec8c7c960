'use client';

import { updateRoom } from './actions';

export default function Page() {
  async function rename(roomId: string, title: string) {
    const room = await updateRoom({ roomId, title });
    document.title = room.title;
  }

  return <button onClick={() => rename('Blue', 'Green')}>Rename</button>;
}
