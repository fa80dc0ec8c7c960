import { Group } from './group';

export default function Page() {
  return <Group id="1" />;
}
