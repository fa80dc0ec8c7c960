import { plants } from '@/lib/plants'

export async function GET() {
  return Response.json([...plants.keys()])
}
