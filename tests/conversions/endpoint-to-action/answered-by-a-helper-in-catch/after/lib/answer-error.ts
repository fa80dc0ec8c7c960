export class NotAllowed extends Error {
  readonly code = 403;
}
