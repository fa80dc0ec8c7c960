import { create, list } from '../../../lib/things';

export default async function /*|*/handler(req, res) {
  const { method } = req;

  switch (method) {
    case 'GET':
      res.status(200).json(await list());
      break;
    case 'POST':
      try {
        const count = await create(req.body.name);
        res.status(201).json({ success: true, data: count });
      } catch (error) {
        res.status(400).json({ success: false });
      }
      break;
    default:
      res.setHeader('Allow', 'GET, POST');
      res.status(405).end(`Method ${method} Not Allowed`);
  }
}
