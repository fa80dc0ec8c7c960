import cookie from 'cookie';
import { signIn } from '../../lib/users';

export default async function /*|*/handler(req, res) {
  if (req.method !== 'POST') {
    return res.status(405).end();
  }
  const session = await signIn(req.body.email, req.cookies.visitor);
  if (!session) {
    res.setHeader('Set-Cookie', cookie.serialize('session', '', { maxAge: 0, path: '/' }));
    res.status(401).json({ error: 'Nobody has this address' });
    return;
  }
  res.setHeader('Set-Cookie', [
    cookie.serialize('session', session.id, {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
    }),
    cookie.serialize('name', session.name),
  ]);
  res.status(200).json({ name: session.name });
}
