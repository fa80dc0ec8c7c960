'use client'

export default function Page() {
  const visit = async () => {
    const res = await fetch('/api/visits', { method: 'POST' })
    const data = await res.json()
    if (!res.ok) throw new Error(data.error)
    alert(data.visits)
  }

  const visitQuietly = () =>
    fetch('/api/visits', { method: 'POST' }).then(async (res) => {
      const { visits } = await res.json()
      return visits
    })

  return (
    <>
      <button onClick={visit}>Visit</button>
      <button onClick={() => void visitQuietly()}>Visit quietly</button>
    </>
  )
}
