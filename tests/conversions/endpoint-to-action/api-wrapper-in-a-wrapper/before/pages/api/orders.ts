import type { NextApiRequest, NextApiResponse } from 'next';
import { Rejected, withCustomer, withErrors } from '@/lib/api';
import type { Customer } from '@/lib/customers';
import { placeOrder } from '@/lib/orders';

// Orders for whoever is signed in
const handler = async (req: NextApiRequest, res: NextApiResponse, customer: Customer) => {
  if (req.method !== 'POST') {
    return res.status(405).end();
  }

  const { items } = req.body as { items: string[] };
  if (!customer.mayOrder || items.length === 0) {
    throw new Rejected('There is nothing to order');
  }
  return res.status(201).json(await placeOrder(customer.id, items));
};

export default /*|*/withErrors(withCustomer(handler));
