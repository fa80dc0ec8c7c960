'use client';

import { useState } from 'react';
import { api } from '@/lib/api-client';

export default function Page() {
  const [isbn, setIsbn] = useState('');

  const add = async (title: string) => {
    try {
      const book = await api.post<{ isbn: string }>('/books', { title });
      setIsbn(book.isbn);
    } catch (error) {
      alert((error as Error).message);
    }
  };

  return <button onClick={() => add('Emma')}>{isbn || 'Add'}</button>;
}
