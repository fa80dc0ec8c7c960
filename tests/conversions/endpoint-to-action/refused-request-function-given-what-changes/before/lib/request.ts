import { toast } from './toast';

const API_BASE = '/api';

interface Options extends RequestInit {
  success?: string;
  silent?: boolean;
}

export const request = async (path: string, { success, silent = false, ...init }: Options, ...details: string[]) => {
  const res = await fetch(`${API_BASE}${path}`, init);
  const body = await res.json().catch(() => ({}));
  if (!res.ok) {
    if (!silent) toast.error(body.error ?? `${path} failed with ${res.status}`, ...details);
    return null;
  }
  if (success) toast.success(success, ...details);
  return body;
};

export const requestAction = async (
  send: () => Promise<{ ok: boolean; status: number; data: any }>,
  path: string,
  { success, silent = false }: Options,
  ...details: string[]
) => {
  const res = await send();
  const body = res.data ?? {};
  if (!res.ok) {
    if (!silent) toast.error(body.error ?? `${path} failed with ${res.status}`, ...details);
    return null;
  }
  if (success) toast.success(success, ...details);
  return body;
};
