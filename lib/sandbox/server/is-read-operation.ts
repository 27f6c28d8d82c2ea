/** Whether an operation, by its name, leaves the world as it is. GetSessionToken gives out a key. */
export function isReadOperation(operation: string): boolean {
  return /^(Describe|Get(?!SessionToken)|List|Search|Simulate)/.test(operation);
}
