'use client';

import { useState } from 'react';
import { updateProfile, deleteProfile } from './actions';

export function Edit() {
  const [state, setState] = useState('');

  const save = async (name: string, motto: string) => {
    const response = await updateProfile({ name, motto });
    setState(response.ok ? 'Saved' : 'Not saved');
  };

  const remove = async () => {
    await deleteProfile();
    setState('Gone');
  };

  return (
    <>
      <button onClick={() => save('Ada', 'Upwards')}>Save</button>
      <button onClick={remove}>Remove</button>
      {state}
    </>
  );
}
