'use client';

import axios from 'axios';
import { useState } from 'react';

export default function Page() {
  const [said, setSaid] = useState('');
  const create = async () => {
    try {
      const { data } = await axios.post('/api/stores', { name: 'Mine' });
      setSaid(data.id);
    } catch (error: any) {
      const answer = error.response?.data;
      setSaid(typeof answer === 'string' ? answer : answer?.error || 'Something went wrong');
    }
  };
  return <button onClick={create}>{said || 'Create'}</button>;
}
