import save from '../../../server/save';

export const runtime = 'nodejs';

export { save as /*|*/POST };
