import { Reminders } from './reminders';

export default function Page() {
  return <Reminders isMine={false} plate="B-T 16" />;
}
