import { removeLamp, stateOfLamp, switchLamp } from '@/lib/lamp'

const show = async (req, res) => res.json(await stateOfLamp())

const change = async (req, res) => {
  res.json(await switchLamp(req.body.isOn))
}

const remove = async (req, res) => {
  await removeLamp()
  res.status(204).end()
}

const methods = { GET: show, PUT: change, DELETE: remove }

export default async function /*|*/handler(req, res) {
  if (!(req.method in methods)) return res.status(405).end()
  return methods[req.method](req, res)
}
