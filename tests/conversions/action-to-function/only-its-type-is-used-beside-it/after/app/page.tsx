import { getUser } from './get-user';
import { Rename } from './rename';

export default async function Page() {
  return <Rename user={await getUser('1')} />;
}
