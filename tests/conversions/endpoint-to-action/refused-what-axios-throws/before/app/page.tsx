'use client';

import axios from 'axios';

export default function Page() {
  const create = async () => {
    try {
      await axios.post('/api/stores');
    } catch (error) {
      if (axios.isAxiosError(error)) alert(error.response?.data.message);
    }
  };
  return <button onClick={create}>Create</button>;
}
