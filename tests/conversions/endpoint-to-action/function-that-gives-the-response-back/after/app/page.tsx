'use client';

import { AddContact } from '@/components/add-contact';
import { createContact } from './actions';

export default function Page() {
  const addMe = async () => {
    const response = await createContact({ name: 'Me', mail: 'me@example.com' });
    if (response.ok) alert('Added');
  };

  return (
    <>
      <AddContact />
      <button onClick={addMe}>Add me</button>
    </>
  );
}
