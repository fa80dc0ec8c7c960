import { z } from 'zod'
import { plants } from '@/lib/plants'
import { currentSession } from '@/lib/session'

const schema = z.object({ id: z.string(), litres: z.number().positive() })

export async function GET() {
  return Response.json([...plants.keys()])
}

// Waters a plant
export async function /*|*/POST(request) {
  try {
    const session = await currentSession()
    if (!session.user?.id) {
      return Response.json({ error: 'Who are you?' }, { status: 401 })
    }
    const body = await request.json()
    const { id, litres } = schema.parse(body)

    const plant = plants.get(id)
    plants.set(id, { ...plant, water: plant.water + litres, by: session.user.id })
    return Response.json({ ok: true })
  } catch (error) {
    console.error('Could not water', error)
    return Response.json({ error: 'Something is wrong' }, { status: 500 })
  }
}
