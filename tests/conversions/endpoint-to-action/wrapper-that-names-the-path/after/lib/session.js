import { cookies } from 'next/headers'

export class SignIn extends Error {}

export async function requireSession(request) {
  const name = (await cookies()).get('name')?.value
  if (!name) {
    console.warn('Nobody is signed in', request.method, request.nextUrl.pathname)
    throw new SignIn('Sign in first')
  }

  return name
}

export const withSession = handler => async (request, { params }) => {
  const name = await requireSession(request)
  return await handler({ request, params, name })
}
