import { withLogs } from 'a-package-with-logs';

export function withUser(handler: (user: string) => Promise<Response>) {
  return withLogs(async () => handler('ada'));
}
