import { show } from './show';

export default async function send(url, method, body, done) {
  show('Saving');
  const res = await fetch(url, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  });
  if (!res.ok) {
    const { error } = await res.json();
    show(error);
    return;
  }
  done?.(await res.json());
}
