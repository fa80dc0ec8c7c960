'use client'

import { tasks } from '@/lib/http'
import { updateTask } from './actions'

export default function Page({ params }: { params: Promise<{ id: string }> }) {
  const rename = async (title: string) => {
    const { id } = await params
    const res = await updateTask({ id: String(id), title })
    if (!res.ok) {
      throw new Error(`Request failed: ${res.status}`)
    }
    const task = res.data as { title: string }
    alert(task.title)
  }

  const renameAgain = async (taskId: string) => {
    const res = await updateTask({ id: taskId, title: 'Again' })
    if (!res.ok) throw new Error('Failed')
    const task = res.data
    alert(task.title)
  }

  return (
    <>
      <button onClick={() => rename('New')}>Rename</button>
      <button onClick={() => renameAgain('1')}>Again</button>
      <button onClick={() => tasks.rename('2', 'Last').then((task) => alert(task.title))}>Last</button>
    </>
  )
}
