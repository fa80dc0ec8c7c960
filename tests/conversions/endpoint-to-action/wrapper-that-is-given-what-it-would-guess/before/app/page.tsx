import { Sheep } from './sheep';

export default function Page() {
  return <Sheep name="Dolly" />;
}
