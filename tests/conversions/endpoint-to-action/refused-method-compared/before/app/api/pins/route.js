import { pins } from '@/lib/pins'

async function handle(request) {
  const { id } = await request.json()
  if (request.method === 'POST') {
    pins.add(id)
  } else {
    pins.delete(id)
  }
  return Response.json({ count: pins.size })
}

export { handle as DELETE }
export const /*|*/POST = async request => {
  const { id } = await request.json()
  const isNew = request.method === 'POST'
  pins.add(id)
  return Response.json({ count: pins.size, isNew })
}
