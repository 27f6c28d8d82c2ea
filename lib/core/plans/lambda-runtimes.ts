import type { Runtime } from "@aws-sdk/client-lambda";

interface RuntimeOption {
  value: Runtime;
  label: string;
  /** What a new function of it is usually called by. */
  handler: string;
}

/**
 * Runtimes offered for a new function, newest first: a choice of the `Runtime` enum of the SDK that this is built with.
 * Whether AWS still creates functions of one is AWS's to say, and shown with its refusal.
 */
export const lambdaRuntimes = [
  { value: "nodejs26.x", label: "Node.js 26", handler: "index.handler" },
  { value: "nodejs24.x", label: "Node.js 24", handler: "index.handler" },
  { value: "nodejs22.x", label: "Node.js 22", handler: "index.handler" },
  { value: "python3.15", label: "Python 3.15", handler: "lambda_function.lambda_handler" },
  { value: "python3.14", label: "Python 3.14", handler: "lambda_function.lambda_handler" },
  { value: "python3.13", label: "Python 3.13", handler: "lambda_function.lambda_handler" },
  { value: "python3.12", label: "Python 3.12", handler: "lambda_function.lambda_handler" },
  { value: "python3.11", label: "Python 3.11", handler: "lambda_function.lambda_handler" },
  { value: "java25", label: "Java 25", handler: "example.Handler::handleRequest" },
  { value: "java21", label: "Java 21", handler: "example.Handler::handleRequest" },
  { value: "java17.al2023", label: "Java 17 (Amazon Linux 2023)", handler: "example.Handler::handleRequest" },
  { value: "java11.al2023", label: "Java 11 (Amazon Linux 2023)", handler: "example.Handler::handleRequest" },
  { value: "dotnet10", label: ".NET 10", handler: "Assembly::Namespace.Class::Method" },
  { value: "ruby4.0", label: "Ruby 4.0", handler: "lambda_function.lambda_handler" },
  { value: "ruby3.4", label: "Ruby 3.4", handler: "lambda_function.lambda_handler" },
  { value: "provided.al2023", label: "Your own (Amazon Linux 2023)", handler: "bootstrap" },
] as const satisfies readonly RuntimeOption[];

/** The ready sample is a Node.js module. */
export function isNodeRuntime(runtime: string): boolean {
  return runtime.startsWith("nodejs");
}
