import { NewTicket } from './new-ticket';

export default function Page() {
  return <NewTicket />;
}
