import { show } from './show';

export async function sendAction(request, done) {
  show('Saving');
  const res = await request();
  if (!res.ok) {
    const { error } = res.data;
    show(error);
    return;
  }
  done?.(res.data);
}
