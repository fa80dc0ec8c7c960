import { cookies } from 'next/headers'

export class SignIn extends Error {}

export const withSession = handler => async (request, { params }) => {
  const name = (await cookies()).get('name')?.value
  if (!name) {
    console.warn('Nobody is signed in', request.method, request.nextUrl.pathname)
    throw new SignIn('Sign in first')
  }
  return await handler({ request, params, name })
}
