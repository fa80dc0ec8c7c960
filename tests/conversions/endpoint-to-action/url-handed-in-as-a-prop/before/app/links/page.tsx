import { LinkList } from '@/components/link-list';

export default function Page() {
  return <LinkList action="/api/links" />;
}
