import { now } from './time'

export default async function Page() {
  return <p>{(await now()).toISOString()}</p>
}
