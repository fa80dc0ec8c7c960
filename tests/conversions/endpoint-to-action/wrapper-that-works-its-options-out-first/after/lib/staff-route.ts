import { NextRequest, NextResponse } from 'next/server';
import { requireStaff, type Role, type Staff } from './staff';

interface Given<P> {
  request: NextRequest;
  params: P;
  staff: Staff;
  gallery: string;
}

interface Options<P> {
  roles: Role | Role[];
  galleryFrom: (params: P) => string;
}

export function answerTo(request: { method: string; nextUrl: { pathname: string } }, error: unknown): NextResponse {
  const message = error instanceof Error ? error.message : '';
  if (message === 'Unauthorized' || message === 'Forbidden') {
    return NextResponse.json({ error: message }, { status: 403 });
  }
  console.error(`${request.method} ${request.nextUrl.pathname} failed`, error);
  return NextResponse.json({ error: 'Something went wrong' }, { status: 500 });
}

export async function requireStaffContext<P>(params: P, options: Options<P>) {
  // One role is as good as a list of one
  const roles = Array.isArray(options.roles) ? options.roles : [options.roles];
  const gallery = options.galleryFrom(params);
  const staff = await requireStaff(gallery, ...roles);

  return { staff, gallery };
}

// Lets the staff of one gallery in.
export function staffRoute<P = Record<string, never>>(
  options: Options<P>,
  handler: (given: Given<P>) => Promise<Response>,
) {
  return async (request: NextRequest, context: { params: Promise<Record<string, string>> }) => {
    try {
      const params = (await context.params) as P;
      const { staff, gallery } = await requireStaffContext(params, options);
      return await handler({ request, params, staff, gallery });
    } catch (error) {
      return answerTo(request, error);
    }
  };
}
