export { default } from '../../features/feedback/api';
