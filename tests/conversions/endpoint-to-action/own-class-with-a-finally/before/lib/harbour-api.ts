import type { Boat } from './boats';
import { spinner, toast } from './spinner';

class HarbourApi {
  private base = '/api';

  private async send<T>(path: string, init: RequestInit, done?: string): Promise<T> {
    spinner.show();
    try {
      const response = await fetch(`${this.base}${path}`, {
        headers: { 'Content-Type': 'application/json' },
        ...init,
      });
      const data = await response.json();
      if (!response.ok) {
        throw new Error(data.error);
      }
      if (done) {
        toast.success(done);
      }
      return data as T;
    } catch (error) {
      toast.error('The harbour office said no');
      throw error;
    } finally {
      spinner.hide();
    }
  }

  public moor(name: string, length: number) {
    return this.send<Boat>('/boats', { method: 'POST', body: JSON.stringify({ name, length }) }, 'Moored');
  }
}

export const harbour = new HarbourApi();
