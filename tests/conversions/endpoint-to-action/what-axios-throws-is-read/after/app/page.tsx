'use client';

import { useState } from 'react';
import { createPlan } from './actions';

export default function Page() {
  const [until, setUntil] = useState('');
  const [isUpgrading, setUpgrading] = useState(false);

  const choose = async (plan: string) => {
    try {
      const response = await createPlan(plan);
      if (!response.ok) {
        throw Object.assign(new Error(`Request failed with status code ${response.status}`), {
          response: { status: response.status, data: response.data },
        });
      }
      const data = response.data;
      setUntil(data.until);
    } catch (error: any) {
      if (error?.response?.status === 403) {
        setUpgrading(true);
      } else {
        alert('Something went wrong');
      }
    }
  };

  const chooseSilver = () =>
    createPlan('silver').then((res) => {
      if (!res.ok) {
        throw Object.assign(new Error(`Request failed with status code ${res.status}`), {
          response: { data: res.data },
        });
      }
      return res.data;
    })
      .then((data) => setUntil(data.until))
      .catch((error) => alert(error.response?.data?.message ?? 'Something went wrong'));

  return (
    <>
      <button onClick={() => choose('gold')}>{isUpgrading ? 'Call us' : until}</button>
      <button onClick={chooseSilver}>Silver</button>
    </>
  );
}
