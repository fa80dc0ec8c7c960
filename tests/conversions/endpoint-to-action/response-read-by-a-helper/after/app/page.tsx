import { OrderForm } from '@/components/order-form'
import { QuickOrder } from '@/components/quick-order'

export default function Page() {
  return (
    <>
      <OrderForm product="lamp" />
      <QuickOrder product="lamp" />
    </>
  )
}
