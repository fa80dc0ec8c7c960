import type { NextRequest } from 'next/server';

export interface AuditParams {
  action: 'create' | 'delete';
  taskId: string;
  /** To know the address. */
  req?: NextRequest;
}

function addressOf(req: { headers: Headers }) {
  return req.headers.get('x-forwarded-for')?.split(',')[0] ?? 'unknown';
}

export async function audit(params: AuditParams) {
  const { action, taskId, req } = params;
  const address = req ? addressOf(req) : null;
  console.log(action, taskId, address);
}

export function log(what: string, { request }: { request: NextRequest }) {
  console.log(what, request.headers.get('user-agent'));
}
