import { list } from '../../../lib/things';

export default async function handler(req, res) {
  const { method } = req;

  switch (method) {
    case 'GET':
      res.status(200).json(await list());
      break;
    default:
      res.setHeader('Allow', 'GET');
      res.status(405).end(`Method ${method} Not Allowed`);
  }
}
