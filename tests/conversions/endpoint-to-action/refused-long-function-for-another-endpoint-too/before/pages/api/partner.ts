import { subscribe } from '../../server/subscribe';

export default subscribe;
