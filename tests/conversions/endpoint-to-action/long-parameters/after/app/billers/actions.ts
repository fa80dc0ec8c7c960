'use server';

import { billers } from '@/lib/billers';

export async function createBiller({
  name,
  company,
  email,
  phone,
  address,
  country,
  city,
}: {
  name: string;
  company?: any;
  email?: any;
  phone: string;
  address?: any;
  country?: any;
  city?: any;
}) {
  if (!name) {
    return { ok: false as const };
  }
  billers.push([name, company, email, phone, address, country, city].join(', '));
  return { ok: true as const };
}
