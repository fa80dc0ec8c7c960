import { visit } from '@/lib/visits'

export const /*|*/POST = (request) => Response.json(visit(request.nextUrl.searchParams.get('page')), { status: 202 })
