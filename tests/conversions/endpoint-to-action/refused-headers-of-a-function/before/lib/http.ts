export function tenantHeaders() {
  return { 'Content-Type': 'application/json', 'X-Tenant': window.location.hostname };
}
