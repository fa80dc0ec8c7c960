import { Edit } from './edit';

export default function Page() {
  return <Edit />;
}
