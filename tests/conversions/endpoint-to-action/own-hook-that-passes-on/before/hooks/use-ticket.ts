'use client';

import { usePost } from './use-post';

export const useTicket = () => usePost<{ show: string }, { number: number }>('/api/tickets');
