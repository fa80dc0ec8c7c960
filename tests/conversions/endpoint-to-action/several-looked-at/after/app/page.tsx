'use client'

import { deleteLabel } from './actions'

const chosen = ['a', 'b']

export default function Page() {
  const removeAll = async () => {
    const responses = await Promise.all(chosen.map((label) => deleteLabel(String(label))))
    const failed = responses.filter((res) => !res.ok).length
    if (responses.every((res) => res.ok)) alert('Removed')
    else alert(`${failed} of ${responses.length} are still there`)
  }

  const removeQueued = async () => {
    const requests = []
    for (const label of chosen) {
      requests.push(deleteLabel(String(label)))
    }
    await Promise.allSettled(requests)
    alert('Done')
  }

  const removeTwo = async () => {
    const [first, second] = await Promise.all([
      deleteLabel('a'),
      deleteLabel('b'),
    ])
    if (!first.ok || !second.ok) throw new Error('Not removed')
  }

  return (
    <>
      <button onClick={removeAll}>All</button>
      <button onClick={removeQueued}>Queued</button>
      <button onClick={removeTwo}>Two</button>
    </>
  )
}
