import { LIMIT } from '@/app/api/names/route';

export const limit = LIMIT;
