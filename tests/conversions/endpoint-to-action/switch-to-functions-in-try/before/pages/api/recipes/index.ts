import type { NextApiRequest, NextApiResponse } from 'next';
import { HttpError } from '../../../lib/errors';
import { addRecipe, allRecipes, dropRecipe } from '../../../lib/recipes';
import { cookOf } from '../../../lib/session';

export default async function /*|*/handler(req: NextApiRequest, res: NextApiResponse) {
  const { method } = req;

  try {
    switch (method) {
      case 'GET':
        await handleGET(req, res);
        break;
      case 'POST':
        await handlePOST(req, res);
        break;
      case 'DELETE':
        await handleDELETE(req, res);
        break;
      default:
        res.setHeader('Allow', 'GET, POST, DELETE');
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

// Only cooks may add a recipe
const handlePOST = async (req: NextApiRequest, res: NextApiResponse) => {
  const { title } = req.body as { title: string };
  await throwIfNoCook(req.cookies.token);

  // Titles are short
  if (title.length > 80) {
    throw new HttpError(422, 'That is too long for a title');
  }

  const data = await addRecipe(title.trim());

  res.status(201).json({ data });
};

// Only cooks may take one away
const handleDELETE = async (req: NextApiRequest, res: NextApiResponse) => {
  const { id } = req.query as { id: string };
  await throwIfNoCook(req.cookies.token);

  if (!(await dropRecipe(id))) {
    return res.status(404).json({ error: { message: 'No such recipe' } });
  }

  res.status(204).end();
};

async function throwIfNoCook(token: string | undefined) {
  if (!(await cookOf(token))) {
    throw new HttpError(401, 'Please sign in');
  }
}
