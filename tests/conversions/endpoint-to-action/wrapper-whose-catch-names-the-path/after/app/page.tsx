import { Bell } from './bell';

export default function Page() {
  return <Bell tower="north" />;
}
