import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { noted } from './noted';

export interface Wish {
  action: 'read' | 'change';
  of: string;
}

type Handler = (request: NextRequest, ...args: any[]) => Promise<NextResponse>;

// Who asks is in a cookie; the request is only there for what comes later
export async function mayDo(_request: unknown, wish: Wish): Promise<{ is: boolean; who?: string }> {
  const who = (await cookies()).get('who')?.value;
  return { is: who === 'keeper' || wish.action === 'read', who };
}

export async function checkPermission(
  request: { headers: Headers },
  wish: Wish,
) {
  try {
    const { is, who } = await mayDo(request, wish);
    if (!is) {
      const status = who ? 403 : 401;
      noted(wish, request.headers.get('user-agent'));
      return NextResponse.json({ error: `You may not ${wish.action} ${wish.of}` }, { status });
    }

    return null;
  } catch (error) {
    console.error('The check of', wish.of, 'failed', error);
    return NextResponse.json({ error: 'Could not check what you may do' }, { status: 500 });
  }
}

export function withPermission(wish: Wish) {
  return function (handler: Handler) {
    return async function (request: NextRequest, ...args: any[]): Promise<NextResponse> {
      const refusal = await checkPermission(request, wish);
      if (refusal) {
        return refusal;
      }
      // Its errors are its own
      return handler(request, ...args);
    };
  };
}
