import { Lend } from './lend';

export default function Page() {
  return <Lend id="1" />;
}
