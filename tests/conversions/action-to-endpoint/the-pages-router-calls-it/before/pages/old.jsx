import { secret } from '../lib/actions';

export default function Old() {
  return <button onClick={async () => alert(await secret('me'))}>Tell</button>;
}
