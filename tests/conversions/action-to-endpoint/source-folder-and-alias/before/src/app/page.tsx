import { Order } from "@/components/order";

export default function Page() {
  return <Order id={1} />;
}
