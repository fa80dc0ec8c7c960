import { StoreForm } from './store-form';

export default function Page() {
  return <StoreForm />;
}
