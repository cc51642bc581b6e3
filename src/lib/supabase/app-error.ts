/** The one error type above `lib/`. Screens switch on `code`; `message` is for logs only. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  /** HTTP status, 0 when no answer came. */
  readonly status: number;
  readonly requestId: string | null;
  /** What a function found wrong with which field of its body. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: string,
    options: {
      status?: number;
      requestId?: string | null;
      message?: string;
      cause?: unknown;
      fields?: Record<string, string>;
    } = {},
  ) {
    super(options.message ?? code, { cause: options.cause });
    this.code = code;
    this.status = options.status ?? 0;
    this.requestId = options.requestId ?? null;
    this.fields = options.fields ?? {};
  }
}

export const isAppError = (error: unknown, code?: string): error is AppError =>
  error instanceof AppError && (code === undefined || error.code === code);
