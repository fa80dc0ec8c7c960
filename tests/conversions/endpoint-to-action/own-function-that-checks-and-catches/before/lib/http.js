import { toast } from './toast';

class Http {
  async update(url, data) {
    try {
      const res = await fetch(url, { method: 'PUT', body: JSON.stringify(data) });
      if (!res.ok) {
        toast.error('Not saved');
        return false;
      }
      return await res.json();
    } catch (error) {
      console.error(error);
      toast.error('No connection');
      return false;
    }
  }
}

const http = new Http();

export default http;

export async function send(url, body) {
  try {
    const res = await fetch(url, { method: 'PUT', body: JSON.stringify(body) });
    const data = await res.json();
    if (!res.ok) return { data: null, error: data.error };
    return { data, error: null };
  } catch {
    return { data: null, error: 'No connection' };
  }
}
