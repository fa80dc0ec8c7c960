import { placeOrder } from './actions';

export default function NewOrder() {
  return (
    <form action={placeOrder}>
      <input name="title" />
      <button>Order</button>
    </form>
  );
}
