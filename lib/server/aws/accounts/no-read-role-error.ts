/** Another account is to be read, and nothing says by which role. */
export class NoReadRoleError extends Error {
  override readonly name = "NoReadRoleError";
  constructor(readonly accountId: string) {
    super(
      `Account ${accountId} is not the one of Mooring's credentials, and MOORING_READ_ROLE_NAME names no role to enter it by.`,
    );
  }
}
