'use client'

import { createKey } from './actions'

interface Answer {
  key?: string
  error?: string
}

export default function Page() {
  const create = async (label: string) => {
    const data: Answer = await createKey(label)
    if (data.error !== undefined) throw new Error(data.error)
    return data.key?.toUpperCase()
  }

  const createAgain = async (label: string) => {
    const { key } = (await createKey(label)) as { key: string }
    return key.toUpperCase()
  }

  const send = (label: string) =>
    createKey(label)

  const createLast = async () => {
    const data = await send('last')
    if (!data.error) alert(data.key!.toUpperCase())
  }

  return (
    <>
      <button onClick={() => create('a')}>A</button>
      <button onClick={() => createAgain('b')}>B</button>
      <button onClick={createLast}>C</button>
    </>
  )
}
