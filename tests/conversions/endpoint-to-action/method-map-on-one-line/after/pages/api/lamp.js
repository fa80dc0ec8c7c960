import { stateOfLamp } from '@/lib/lamp'

const show = async (req, res) => res.json(await stateOfLamp())

const methods = { GET: show }

export default async function handler(req, res) {
  if (!(req.method in methods)) return res.status(405).end()
  return methods[req.method](req, res)
}
