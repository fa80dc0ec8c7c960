import { handle } from './handle';

const log: string[] = [];

export class Client {
  constructor(private readonly name: string) {}

  private async call(path: string, method: string, body?: unknown) {
    log.push(`${this.name}: ${path}`);
    try {
      const headers: Record<string, string> = {};
      if (body !== undefined) {
        headers['Content-Type'] = 'application/json';
      }
      const response = await fetch(`/api${path}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return await handle(response);
    } finally {
      log.push('done');
    }
  }

  rate(film: string, stars: number) {
    return this.call(`/films/${film}/rating`, 'PUT', { stars });
  }
}
