import { checkNameAction } from '@/app/actions';

export async function checkName(name: string) {
  const response = await checkNameAction(name);
  return response;
}
