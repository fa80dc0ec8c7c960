import { requireUser, withLog } from '@/lib/wrappers'

const stamps = new Map()

export const /*|*/POST = withLog(
  requireUser(async (request, user) => {
    const { place } = await request.json()
    if (!place) {
      throw Object.assign(new Error('Where?'), { status: 400 })
    }
    stamps.set(user, [...(stamps.get(user) ?? []), place])
    return Response.json({ count: stamps.get(user).length })
  }),
  { module: 'stamps', twice: true }
)
