import { act } from './actions';

export default async function Page() {
  return <p>{await act(1)}</p>;
}
