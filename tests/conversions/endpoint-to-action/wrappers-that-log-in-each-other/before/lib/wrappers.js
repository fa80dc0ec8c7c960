import { cookies } from 'next/headers'
import { log } from './log'

export function withLog(handler, options = {}) {
  return async (request, context) => {
    const about = { module: options.module || 'api', path: new URL(request.url).pathname, method: request.method }
    log.info('begins', about)
    try {
      let answer
      if (options.twice) {
        answer = await again(() => handler(request, context))
      } else {
        answer = await handler(request, context)
      }
      log.info('ends', { ...about, status: answer.status })
      return answer
    } catch (error) {
      log.warn(error.message, about)
      return Response.json({ message: error.message }, { status: error.status ?? 500 })
    }
  }
}

async function again(work) {
  try {
    return await work()
  } catch {
    return await work()
  }
}

export function requireUser(handler) {
  return async (request, context) => {
    try {
      const user = (await cookies()).get('user')?.value
      if (!user) {
        log.warn('nobody', { path: request.nextUrl.pathname, agent: request.headers.get('user-agent') })
        return Response.json({ message: 'Sign in first' }, { status: 401 })
      }
      return handler(request, user, context)
    } catch (error) {
      log.warn('could not check', { path: request.nextUrl.pathname, method: request.method })
      return Response.json({ message: 'Could not check who you are' }, { status: 500 })
    }
  }
}
