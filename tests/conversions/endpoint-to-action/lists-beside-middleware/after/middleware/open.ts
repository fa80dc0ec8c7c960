import type { NextRequest } from 'next/server';

function matcherOf(paths: string[]) {
  const patterns = paths.map((each) => new RegExp(`^${each.replace('(.*)', '.*')}$`));
  return (request: NextRequest) => patterns.some((each) => each.test(request.nextUrl.pathname));
}

export const isOpen = matcherOf(['/', '/login', '/api/beds(.*)']);
