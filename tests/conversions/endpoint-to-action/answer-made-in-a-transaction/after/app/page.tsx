import { Crate } from './crate';

export default function Page() {
  return <Crate crate="jam" />;
}
