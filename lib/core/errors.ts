export type AppErrorCode =
  | 'NOT_FOUND'
  | 'SIGN_IN_REQUIRED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'RATE_LIMITED';

/**
 * What is missing rather than wrong: a right, a row, a sign-in, patience.
 * Somebody else's row is `NOT_FOUND` too, so that nothing tells it exists.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode) {
    super(code);
    this.name = 'AppError';
    this.code = code;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** What `read` finds; nothing for whoever it is not there for, so that a file's address tells nobody that it exists. */
export async function orNothing<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read();
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
