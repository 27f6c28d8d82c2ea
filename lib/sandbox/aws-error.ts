/** What a handler throws when AWS would refuse: the codec prints it in the envelope of the protocol spoken. */
export class AwsError extends Error {
  readonly code: string;
  readonly httpStatus: number;
  /** Extra members of a modelled error (REST-JSON: `Type`, `Reason`, …) and response headers such as `Retry-After`. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: string,
    message: string,
    options: {
      httpStatus?: number;
      members?: Record<string, unknown>;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(message);
    this.name = "AwsError";
    this.code = code;
    this.httpStatus = options.httpStatus ?? 400;
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
  }
}
