import type { CrossCheck } from "@/lib/contract/reachability/cross-check";

type AwsAnswer = Pick<CrossCheck["aws"], "status" | "statusMessage" | "networkPathFound">;

/** AWS finds a path or does not. */
export function awsVerdict({ networkPathFound }: AwsAnswer): "reachable" | "unreachable" | "unknown" {
  return networkPathFound === null ? "unknown" : networkPathFound ? "reachable" : "unreachable";
}

/** What AWS says in the place of an answer; empty where it gives one. */
export function awsWords({ status, statusMessage, networkPathFound }: AwsAnswer): string {
  if (status === "running") return "It still works on it.";
  if (networkPathFound !== null) return "";
  if (statusMessage === undefined) return "It gave no answer.";
  return `It gave no answer: ${statusMessage.replace(/\.$/, "")}.`;
}
