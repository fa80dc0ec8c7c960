import 'server-only'
import { visit } from '@/lib/visits'

export async function createVisit(page) {
  return JSON.parse(JSON.stringify(visit(page)))
}
