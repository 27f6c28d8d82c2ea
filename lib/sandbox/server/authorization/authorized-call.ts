import type { CallerContext } from "../../services/iam/evaluation/caller-context";
import type { ConditionContext } from "../../services/iam/evaluation/condition-context";
import type { AccessQuestion } from "../../services/iam/evaluation/evaluate-policies";
import type { RegionWorld } from "../../world/world";

/** A call that is to be allowed or denied. */
export interface AuthorizedCall extends CallerContext {
  regionWorld: RegionWorld;
  /** As in `ec2`, `lambda`: the prefix of the service's actions. */
  serviceName: string;
  operation: string;
  input: Record<string, unknown>;
}

/** The rights that one service's operation needs: all of them. */
export type RightsOf = (call: AuthorizedCall) => AccessQuestion[];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of an input that is text, else undefined. */
export function textOf(input: Record<string, unknown>, member: string): string | undefined {
  const value = input[member];
  return typeof value === "string" ? value : undefined;
}

/** A member of an input that is a list of text. */
export function textsOf(input: Record<string, unknown>, member: string): string[] {
  const value = input[member];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** `aws:RequestTag/…` and `aws:TagKeys` of the tags that a request brings. */
export function requestTagKeys(tags: Readonly<Record<string, string>>): ConditionContext {
  const keys = Object.keys(tags);
  if (keys.length === 0) return {};
  return {
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
    "aws:TagKeys": keys,
  };
}

/** `aws:ResourceTag/…` of what a request is about. */
export function resourceTagKeys(tags: Readonly<Record<string, string>>): ConditionContext {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, [value]]));
}

/** `[{ Key, Value }]` as a record. */
export function toTagRecord(tags: unknown): Record<string, string> {
  if (!Array.isArray(tags)) return {};
  return Object.fromEntries(
    tags.filter(isRecord).map((tag) => [textOf(tag, "Key") ?? "", textOf(tag, "Value") ?? ""]),
  );
}
