import { listTags } from '@/server/tags';

export default listTags;
