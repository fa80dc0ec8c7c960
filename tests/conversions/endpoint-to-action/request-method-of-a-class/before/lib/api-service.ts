import { notify } from './notify';

export interface ApiOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  params?: Record<string, string | number>;
  toastMessage?: string;
  errorMessage?: string;
}

export class ApiService {
  private static baseUrl = '/api';

  private static async request<T = any>(endpoint: string, options: ApiOptions = {}): Promise<T> {
    const { method = 'GET', body, params, toastMessage, errorMessage } = options;
    try {
      // The query comes last.
      let url = `${this.baseUrl}${endpoint}`;
      if (params && typeof params === 'object') {
        const query = new URLSearchParams();
        Object.entries(params).forEach(([key, value]) => {
          query.append(key, String(value));
        });
        url += `?${query.toString()}`;
      }

      const init: RequestInit = { method, headers: { 'Content-Type': 'application/json' } };
      if (body && method !== 'GET') {
        init.body = JSON.stringify(body);
      }

      const response = await fetch(url, init);

      let data;
      try {
        const text = await response.text();
        data = text ? JSON.parse(text) : {};
      } catch (parseError) {
        console.error('No JSON:', parseError);
        data = {};
      }

      if (!response.ok) {
        throw new Error(data.message || `HTTP ${response.status}`);
      }
      if (toastMessage) notify(toastMessage);
      return data;
    } catch (error) {
      notify(errorMessage || (error instanceof Error ? error.message : 'Failed'));
      throw error;
    }
  }

  static async get<T = any>(endpoint: string, params?: Record<string, string | number>): Promise<T> {
    return this.request<T>(endpoint, { method: 'GET', params });
  }

  static async put<T = any>(
    endpoint: string,
    body?: unknown,
    options?: Omit<ApiOptions, 'method' | 'body'>,
  ): Promise<T> {
    return this.request<T>(endpoint, {
      method: 'PUT',
      body,
      ...options,
    });
  }

  static async renameRoom(id: number, name: string) {
    return this.put(`/rooms/${id}`, { name }, { toastMessage: 'Renamed', errorMessage: 'Not renamed' });
  }
}
