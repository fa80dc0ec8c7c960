import { serialize } from 'cookie';

export async function /*|*/POST() {
  return new Response(JSON.stringify({ success: true }), {
    status: 200,
    headers: {
      'Content-Type': 'application/json',
      'Set-Cookie': serialize('token', '', { httpOnly: true, maxAge: -1, path: '/' }),
    },
  });
}
