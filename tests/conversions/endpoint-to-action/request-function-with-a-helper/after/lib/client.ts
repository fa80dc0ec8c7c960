import { HttpError } from './handle';
import { updateRating } from '@/app/actions';

const log: string[] = [];

export class Client {
  constructor(private readonly name: string) {}

  async callAction(
    send: () => Promise<{ ok: boolean; status: number; data: any }>,
    path: string,
  ) {
    log.push(`${this.name}: ${path}`);
    try {
      const { ok, status, data } = await send();
      if (!ok) {
        throw new HttpError(status, data?.error ?? 'Failed');
      }
      return data;
    } finally {
      log.push('done');
    }
  }

  rate(film: string, stars: number) {
    return this.callAction(
      () => updateRating({ id: film, stars }),
      `/films/${film}/rating`,
    );
  }
}
