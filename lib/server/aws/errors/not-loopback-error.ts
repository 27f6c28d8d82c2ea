/** A request that would have left the machine in sandbox mode; it was not sent. */
export class NotLoopbackError extends Error {
  override readonly name = "NotLoopbackError";
  constructor(readonly host: string) {
    super(
      `Refused to send a request to ${host || "an unnamed host"}: in sandbox mode only this machine is reached.`,
    );
  }
}
