import { Counter } from './counter';
import { getCount } from './get-count';

export default async function Page() {
  return <Counter initial={await getCount()} />;
}
