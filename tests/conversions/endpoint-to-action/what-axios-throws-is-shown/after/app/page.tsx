'use client';

import { useState } from 'react';
import { createStore } from './actions';

export default function Page() {
  const [said, setSaid] = useState('');
  const create = async () => {
    try {
      const res = await createStore('Mine');
      if (!res.ok) {
        throw Object.assign(new Error(`Request failed with status code ${res.status}`), {
          response: { data: res.data },
        });
      }
      const data = res.data;
      setSaid(data.id);
    } catch (error: any) {
      const answer = error.response?.data;
      setSaid(typeof answer === 'string' ? answer : answer?.error || 'Something went wrong');
    }
  };
  return <button onClick={create}>{said || 'Create'}</button>;
}
