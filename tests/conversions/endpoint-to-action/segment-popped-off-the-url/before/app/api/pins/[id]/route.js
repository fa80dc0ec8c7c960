import { pins } from '@/lib/pins'

export const /*|*/DELETE = async request => {
  const id = request.url.split('/').pop()
  const kind = request.nextUrl.pathname.split('/').filter(Boolean)[1]
  console.log(kind)
  return Response.json({ gone: pins.delete(id) })
}
