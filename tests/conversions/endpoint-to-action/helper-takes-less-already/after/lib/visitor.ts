export function visitorOf(request: { headers: Headers }): string {
  return request.headers.get('user-agent') ?? 'somebody';
}
