/** Whether an operation, by its name, leaves the world as it is. */
export function isReadOperation(operation: string): boolean {
  return /^(Describe|Get|List|Search|Simulate)/.test(operation);
}
