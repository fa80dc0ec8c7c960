import { Reminders } from './reminders';

export default function Page() {
  return <Reminders plate="B-T 16" />;
}
