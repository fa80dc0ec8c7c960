export function visitorOf(request: { headers: Headers }) {
  return request.headers.get('user-agent') ?? 'somebody';
}
