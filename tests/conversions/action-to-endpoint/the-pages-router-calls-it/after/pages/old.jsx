import { secret } from '../lib/secret-client';

export default function Old() {
  return <button onClick={async () => alert(await secret('me'))}>Tell</button>;
}
