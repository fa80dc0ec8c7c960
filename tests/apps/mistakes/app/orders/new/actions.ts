'use server';

import { redirect } from 'next/navigation';
import { addTask } from '@/lib/store';

export async function placeOrder(formData: FormData) {
  try {
    const task = addTask(String(formData.get('title')));
    redirect(`/orders/${task.id}`);
  } catch (error) {
    console.error('The order could not be placed', error);
  }
}
