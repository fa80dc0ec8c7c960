import { stats } from '../../lib/stats';

export default async function handler(req, res) {
  res.json(await stats());
}
