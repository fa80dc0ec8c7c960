import { withAuth } from '@/lib/auth';
import { saveNote as handler } from '../../../server/note-handlers';

export const dynamic = 'force-dynamic';

export const /*|*/POST = withAuth(handler);
