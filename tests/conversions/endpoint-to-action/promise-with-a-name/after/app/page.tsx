'use client'

import { toast } from '@/lib/toast'
import { createStar } from './actions'

export default function Page() {
  const star = (id: string) => {
    const starring = createStar(id)

    toast.promise(starring, {
      loading: 'Giving a star',
      success: () => 'Given',
      error: 'Not given',
    })
  }

  return <button onClick={() => star('moon')}>Star</button>
}
