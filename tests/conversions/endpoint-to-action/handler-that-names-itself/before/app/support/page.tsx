import { TicketForm } from './ticket-form';

export default function Page() {
  return <TicketForm />;
}
