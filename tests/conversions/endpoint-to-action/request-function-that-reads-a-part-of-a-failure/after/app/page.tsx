import { Garden } from './garden';

export default function Page() {
  return <Garden />;
}
