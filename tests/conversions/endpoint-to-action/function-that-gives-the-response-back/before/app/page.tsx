'use client';

import { AddContact } from '@/components/add-contact';
import { addContact } from '../lib/contacts-client';

export default function Page() {
  const addMe = async () => {
    const response = await addContact('Me', 'me@example.com');
    if (response.ok) alert('Added');
  };

  return (
    <>
      <AddContact />
      <button onClick={addMe}>Add me</button>
    </>
  );
}
