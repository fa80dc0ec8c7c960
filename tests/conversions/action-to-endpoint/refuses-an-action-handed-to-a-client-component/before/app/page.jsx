import { act } from './actions';
import { Button } from './button';

export default function Page() {
  return <Button onPress={act} />;
}
