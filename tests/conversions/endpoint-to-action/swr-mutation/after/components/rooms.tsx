'use client'

import useSWR from 'swr'
import useSWRMutation from 'swr/mutation'
import { createRoom } from '@/app/actions'

const get = (url: string) => fetch(url).then((res) => res.json())

export function Rooms() {
  const { data } = useSWR<string[]>('/api/rooms', get)
  const { trigger: add, isMutating } = useSWRMutation('/api/rooms', async (_url: string, { arg }: { arg: { color: string } }) => {
    const res = await createRoom(arg)
    if (!res.ok) {
      throw new Error('Not added')
    }
    return res.data
  }, {
    onError: () => alert('Not added'),
  })
  const { trigger: addPainted } = useSWRMutation('/api/rooms', async (_url: string, { arg: color }: { arg: string }) => {
    const res = await createRoom({ color })
    if (!res.ok) throw new Error('Not painted')
  })
  const { trigger: addRed } = useSWRMutation('/api/rooms', async (_url) => {
    const res = await createRoom({ color: 'red' })
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
