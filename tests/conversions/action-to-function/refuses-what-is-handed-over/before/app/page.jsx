import { act } from './actions';
import { Menu } from './menu';

const items = [{ title: 'Act', onPick: act }];

export default function Page() {
  return <Menu items={items} />;
}
