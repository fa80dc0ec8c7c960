import { createSafeActionClient } from 'next-safe-action'
import { currentSession } from '@/lib/session'

export const memberAction = createSafeActionClient({
  handleServerError: error => {
    console.error(error)
    return 'Failed'
  }
}).use(async ({ next }) => {
  const { user } = await currentSession()
  if (!user) throw new Error('Members only')
  return next({ ctx: { user } })
})

export const authAction = createSafeActionClient().use(async ({ next }) => {
  const session = await currentSession()
  if (!session.user?.id) throw new Error('Members only')
  return next({ ctx: { user: session.user } })
})
