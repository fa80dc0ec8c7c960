export { GET, /*|*/POST } from '../../../server/notes';
