import { Rooms } from '@/components/rooms'

export default function Page() {
  return <Rooms />
}
