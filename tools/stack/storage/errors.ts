import pg from 'pg';

export class StorageError extends Error {
  readonly statusCode: string;
  readonly error: string;

  constructor(statusCode: string, error: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.error = error;
  }

  /** Storage answers 400 for nearly all faults and names the true status inside. */
  toResponse(): Response {
    const status = this.statusCode === '500' ? 500 : this.statusCode === '416' ? 416 : 400;
    return Response.json({ statusCode: this.statusCode, error: this.error, message: this.message }, { status });
  }
}

export const objectNotFound = () => new StorageError('404', 'not_found', 'Object not found');
export const bucketNotFound = () => new StorageError('404', 'Bucket not found', 'Bucket not found');
export const invalidSignature = () =>
  new StorageError('400', 'InvalidJWT', 'The signature of this address is not valid or has expired');

export function fromDatabase(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '42501')
    return new StorageError('403', 'Unauthorized', 'new row violates row-level security policy');
  if (error.code === '23505') return new StorageError('409', 'Duplicate', 'The resource already exists');
  if (error.code === '23503') return bucketNotFound();
  return error;
}
