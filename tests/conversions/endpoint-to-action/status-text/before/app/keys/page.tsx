import { KeyForm } from './key-form';

export default function Page() {
  return <KeyForm />;
}
