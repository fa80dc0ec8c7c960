import { createVisit } from '@/app/visits/create-visit'

export const POST = async (request) => {
  const data = await createVisit(request.nextUrl.searchParams.get('page'))
  return Response.json(data, { status: 202 })
}
