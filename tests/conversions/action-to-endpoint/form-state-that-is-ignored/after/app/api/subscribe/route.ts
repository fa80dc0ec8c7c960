import type { State } from '../../actions';

async function subscribe(_state: State | undefined, formData: FormData): Promise<State> {
  const email = String(formData.get('email'));
  return { error: email.includes('@') ? null : 'That is no address' };
}

export async function POST(request: Request) {
  return Response.json(await subscribe(undefined, await request.formData()));
}
