import { Accept } from './accept';

export default function Page() {
  return <Accept token="a" userId="1" />;
}
