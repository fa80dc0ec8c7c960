'use client'

interface Answer {
  key?: string
  error?: string
}

export default function Page() {
  const create = async (label: string) => {
    const res = await fetch('/api/keys', { method: 'POST', body: JSON.stringify({ label }) })
    const data: Answer = await res.json()
    if (data.error !== undefined) throw new Error(data.error)
    return data.key?.toUpperCase()
  }

  const createAgain = async (label: string) => {
    const res = await fetch('/api/keys', { method: 'POST', body: JSON.stringify({ label }) })
    const { key } = (await res.json()) as { key: string }
    return key.toUpperCase()
  }

  const send = (label: string) =>
    fetch('/api/keys', { method: 'POST', body: JSON.stringify({ label }) }).then((res) => res.json())

  const createLast = async () => {
    const data = await send('last')
    if (!data.error) alert(data.key.toUpperCase())
  }

  return (
    <>
      <button onClick={() => create('a')}>A</button>
      <button onClick={() => createAgain('b')}>B</button>
      <button onClick={createLast}>C</button>
    </>
  )
}
