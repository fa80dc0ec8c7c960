'use client'

import { createVisit } from './actions'

export default function Page() {
  const visit = async () => {
    const data = await createVisit()
    alert(data.visits)
  }

  const visitQuietly = () =>
    createVisit().then(({ visits }) => {
      return visits
    })

  return (
    <>
      <button onClick={visit}>Visit</button>
      <button onClick={() => void visitQuietly()}>Visit quietly</button>
    </>
  )
}
