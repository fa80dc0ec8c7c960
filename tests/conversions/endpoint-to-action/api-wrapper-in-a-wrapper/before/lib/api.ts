import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next';
import { type Customer, customerOf } from './customers';

export class Rejected extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** Errors that say their own status are answered with it. */
export function withErrors(handler: NextApiHandler): NextApiHandler {
  return async (request, response) => {
    try {
      return await handler(request, response);
    } catch (error) {
      const status = error instanceof Rejected ? error.status : 500;
      const message = error instanceof Rejected ? error.message : 'Something went wrong';
      return response.status(status).json({ message });
    }
  };
}

type CustomerHandler = (req: NextApiRequest, res: NextApiResponse, customer: Customer) => unknown;

/** Only for customers. */
export function withCustomer(handler: CustomerHandler): NextApiHandler {
  return async (req, res) => {
    const customer = await customerOf(req.cookies.customer);
    if (!customer) {
      throw new Rejected('Please sign in', 401);
    }
    return handler(req, res, customer);
  };
}
