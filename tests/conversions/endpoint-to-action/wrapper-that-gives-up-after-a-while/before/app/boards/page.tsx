import { Title } from './title';

export default function Page() {
  return <Title id="1" />;
}
