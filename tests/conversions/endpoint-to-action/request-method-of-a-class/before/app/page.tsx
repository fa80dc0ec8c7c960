'use client';

import { useState } from 'react';
import { ApiService } from '@/lib/api-service';

export default function Page() {
  const [name, setName] = useState('');

  const rename = async () => {
    const { room } = await ApiService.renameRoom(1, 'Attic');
    setName(room.name);
  };

  const shout = async () => {
    const { room } = await ApiService.put<{ room: { name: string } }>('/rooms/1', { name: name.toUpperCase() });
    setName(room.name);
  };

  return (
    <button onClick={rename} onDoubleClick={shout}>
      {name}
    </button>
  );
}
