import { UserRow } from './user-row';

export default function Page() {
  return <UserRow user={{ id: '1', name: 'Ada' }} />;
}
