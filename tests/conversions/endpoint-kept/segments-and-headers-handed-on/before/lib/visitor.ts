export function visitorOf(request: Request) {
  return request.headers.get('user-agent') ?? 'somebody';
}
