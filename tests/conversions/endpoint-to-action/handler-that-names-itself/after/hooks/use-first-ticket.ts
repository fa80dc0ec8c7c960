import { useTicket } from './use-ticket';

export function useFirstTicket() {
  const { open } = useTicket();
  return () => open('Hello');
}
