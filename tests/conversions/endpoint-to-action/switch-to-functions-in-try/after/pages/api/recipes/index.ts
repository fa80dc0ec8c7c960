import type { NextApiRequest, NextApiResponse } from 'next';
import { allRecipes } from '../../../lib/recipes';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { method } = req;

  try {
    switch (method) {
      case 'GET':
        await handleGET(req, res);
        break;
      default:
        res.setHeader('Allow', 'GET');
        res.status(405).json({ error: { message: `Method ${method} not allowed` } });
    }
  } catch (error: any) {
    const message = error.message || 'Something went wrong';
    const status = error.status || 500;

    res.status(status).json({ error: { message } });
  }
}

// All recipes, newest last
const handleGET = async (req: NextApiRequest, res: NextApiResponse) => {
  res.status(200).json({ data: await allRecipes() });
};
