import { UserForm } from './user-form';

export default function Page() {
  return <UserForm />;
}
