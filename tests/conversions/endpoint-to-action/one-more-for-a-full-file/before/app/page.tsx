import { OrderStatus } from '@/components/order-status';

export default function Page() {
  return <OrderStatus id="1" />;
}
