/** Who asks, for the log. */
export function callerOf(request: Request | any): { ip: string; agent: string } {
  const ip = request.headers?.get?.('x-forwarded-for')?.split(',')[0]?.trim() || request.ip || 'unknown';
  return { ip, agent: request.headers?.get?.('user-agent') || 'unknown' };
}
