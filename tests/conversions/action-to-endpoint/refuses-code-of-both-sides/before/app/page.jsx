import { twice } from './both';
import { Button } from './button';

export default async function Page() {
  return <><p>{await twice(1)}</p><Button /></>;
}
