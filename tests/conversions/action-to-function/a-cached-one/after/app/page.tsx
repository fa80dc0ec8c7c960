import { getUser } from './data';

export default async function Page() {
  return <p>{(await getUser('1')).id}</p>;
}
