'use client'

import { fetcher, fetchJson, tasks } from '@/lib/http'

export default function Page({ params }: { params: Promise<{ id: string }> }) {
  const rename = async (title: string) => {
    const { id } = await params
    const task = await fetchJson<{ title: string }>(`/api/tasks/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ title }),
    })
    alert(task.title)
  }

  const renameAgain = async (taskId: string) => {
    const task = await fetcher(`/api/tasks/${taskId}`, { method: 'PATCH', body: JSON.stringify({ title: 'Again' }) })
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
