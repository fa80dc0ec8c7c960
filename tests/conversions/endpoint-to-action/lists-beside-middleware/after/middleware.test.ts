import { middleware } from './middleware';
import { isOpen } from './middleware/open';

export const tested = [middleware, isOpen];
