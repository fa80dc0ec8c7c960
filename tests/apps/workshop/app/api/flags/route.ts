import { createFlagRoutes } from '@/lib/flags';

export const { GET, POST } = createFlagRoutes();
