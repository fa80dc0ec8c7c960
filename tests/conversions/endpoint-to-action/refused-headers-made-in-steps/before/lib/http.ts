export function tenantHeaders() {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  const token = localStorage.getItem('token');
  if (token) headers['X-Tenant'] = token;
  return headers;
}
