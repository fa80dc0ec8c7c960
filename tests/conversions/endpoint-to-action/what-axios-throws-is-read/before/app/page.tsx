'use client';

import axios from 'axios';
import { useState } from 'react';

export default function Page() {
  const [until, setUntil] = useState('');
  const [isUpgrading, setUpgrading] = useState(false);

  const choose = async (plan: string) => {
    try {
      const response = await axios.post('/api/plans', { plan });
      setUntil(response.data.until);
    } catch (error: any) {
      if (error?.response?.status === 403) {
        setUpgrading(true);
      } else {
        alert('Something went wrong');
      }
    }
  };

  const chooseSilver = () =>
    axios
      .post('/api/plans', { plan: 'silver' })
      .then(({ data }) => setUntil(data.until))
      .catch((error) => alert(error.response?.data?.message ?? 'Something went wrong'));

  return (
    <>
      <button onClick={() => choose('gold')}>{isUpgrading ? 'Call us' : until}</button>
      <button onClick={chooseSilver}>Silver</button>
    </>
  );
}
