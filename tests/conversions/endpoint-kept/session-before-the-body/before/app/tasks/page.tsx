import { Row } from './row';

export default function Page() {
  return <Row task={{ id: '1', title: 'Write' }} />;
}
