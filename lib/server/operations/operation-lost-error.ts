/** Somebody else holds the operation now, or ended it: whoever sees this stops without a trace. */
export class OperationLostError extends Error {
  override readonly name = "OperationLostError";

  constructor(operationId: string) {
    super(`Operation ${operationId} is in other hands.`);
  }
}
