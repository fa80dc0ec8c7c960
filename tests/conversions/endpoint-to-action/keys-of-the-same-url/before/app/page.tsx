import { TagForm } from './tag-form';

export default function Page() {
  return <TagForm />;
}
