export const jsonHeaders = {
  Accept: 'application/json',
  'Content-Type': 'application/json',
};
