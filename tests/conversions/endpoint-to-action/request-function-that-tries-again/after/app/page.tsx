'use client';

import { useState } from 'react';
import { ApiError, apiRequestAction } from '@/lib/send';
import { createNote } from './actions';

export default function Page() {
  const [problem, setProblem] = useState('');

  const save = async (text: string) => {
    try {
      const note = await apiRequestAction<{ id: string }>(() => createNote(text));
      console.log(note.id);
    } catch (error) {
      if (error instanceof ApiError) setProblem(error.message);
    }
  };

  return <button onClick={() => save('Milk')}>{problem || 'Save'}</button>;
}
