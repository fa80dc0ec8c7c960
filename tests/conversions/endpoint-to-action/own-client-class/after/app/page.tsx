'use client';

import { useState } from 'react';
import { createBook } from './actions';

export default function Page() {
  const [isbn, setIsbn] = useState('');

  const add = async (title: string) => {
    try {
      const res = await createBook(title);
      if (!res.ok) {
        const body = res.data;
        throw new Error(body?.error ?? 'Request failed');
      }
      const book = res.data as { isbn: string };
      setIsbn(book.isbn);
    } catch (error) {
      alert((error as Error).message);
    }
  };

  return <button onClick={() => add('Emma')}>{isbn || 'Add'}</button>;
}
