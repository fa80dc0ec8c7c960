'use client'

export default function Page() {
  const pin = async id => {
    const res = await fetch('/api/pins', { method: 'POST', body: JSON.stringify({ id }) })
    console.log(await res.json())
  }

  return <button onClick={() => pin('7')}>Pin</button>
}
