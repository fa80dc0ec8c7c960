'use client'

import useSWR from 'swr'
import useSWRMutation from 'swr/mutation'
import { post } from '@/lib/fetchers'

const get = (url: string) => fetch(url).then((res) => res.json())

async function paint(url: string, { arg: color }: { arg: string }) {
  const res = await fetch(url, { method: 'POST', body: JSON.stringify({ color }) })
  if (!res.ok) throw new Error('Not painted')
}

export function Rooms() {
  const { data } = useSWR<string[]>('/api/rooms', get)
  const { trigger: add, isMutating } = useSWRMutation('/api/rooms', post, {
    onError: () => alert('Not added'),
  })
  const { trigger: addPainted } = useSWRMutation('/api/rooms', paint)
  const { trigger: addRed } = useSWRMutation('/api/rooms', async (url) => {
    const res = await fetch(url, { method: 'POST', body: JSON.stringify({ color: 'red' }) })
    return res.ok
  })
  return (
    <>
      {data?.map((room) => (
        <p key={room}>{room}</p>
      ))}
      <button disabled={isMutating} onClick={() => add({ color: 'green' })}>
        Green
      </button>
      <button onClick={() => addPainted('white')}>White</button>
      <button onClick={() => addRed()}>Red</button>
    </>
  )
}
