import ipaddr from "ipaddr.js";
import { matchesPattern } from "../matches-pattern";

/** Whether one value of the request satisfies one value of the policy. */
export type ConditionTest = (given: string, wanted: string) => boolean;

export interface ConditionOperator {
  test: ConditionTest;
  /** `StringNotEquals` and its like: holds where no value of the policy satisfies `test`. */
  isNegated: boolean;
}

const equals: ConditionTest = (given, wanted) => matchesPattern(wanted, given);
const equalsIgnoreCase: ConditionTest = (given, wanted) => given.toLowerCase() === wanted.toLowerCase();

/** Each of the six parts is compared on its own, so that a star does not reach over a colon. */
function matchesArn(given: string, wanted: string): boolean {
  const parts = (arn: string): string[] => {
    const all = arn.split(":");
    return [...all.slice(0, 5), all.slice(5).join(":")];
  };
  const values = parts(given);
  return given.startsWith("arn:") && parts(wanted).every((part, index) => equals(values[index] ?? "", part));
}

function numeric(compare: (given: number, wanted: number) => boolean): ConditionTest {
  return (given, wanted) => {
    const numbers = [Number(given), Number(wanted)] as const;
    return given !== "" && wanted !== "" && !numbers.some(Number.isNaN) && compare(...numbers);
  };
}

/** ISO 8601, or seconds since the epoch. */
function toTime(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function temporal(compare: (given: number, wanted: number) => boolean): ConditionTest {
  return (given, wanted) => {
    const times = [toTime(given), toTime(wanted)] as const;
    return !times.some(Number.isNaN) && compare(...times);
  };
}

function isInRange(given: string, wanted: string): boolean {
  if (!ipaddr.isValid(given)) return false;
  const address = ipaddr.parse(given);
  const range = wanted.includes("/") ? wanted : `${wanted}/${address.kind() === "ipv4" ? "32" : "128"}`;
  if (!ipaddr.isValidCIDR(range)) return false;
  const [network, length] = ipaddr.parseCIDR(range);
  return network.kind() === address.kind() && address.match(network, length);
}

const plain = (test: ConditionTest): ConditionOperator => ({ test, isNegated: false });
const negated = (test: ConditionTest): ConditionOperator => ({ test, isNegated: true });

const exactly: ConditionTest = (given, wanted) => given === wanted;

/** "IAM JSON policy elements: Condition operators". `Null` is about the key and not here. */
export const CONDITION_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  StringEquals: plain(exactly),
  StringNotEquals: negated(exactly),
  StringEqualsIgnoreCase: plain(equalsIgnoreCase),
  StringNotEqualsIgnoreCase: negated(equalsIgnoreCase),
  StringLike: plain(equals),
  StringNotLike: negated(equals),
  NumericEquals: plain(numeric((given, wanted) => given === wanted)),
  NumericNotEquals: negated(numeric((given, wanted) => given === wanted)),
  NumericLessThan: plain(numeric((given, wanted) => given < wanted)),
  NumericLessThanEquals: plain(numeric((given, wanted) => given <= wanted)),
  NumericGreaterThan: plain(numeric((given, wanted) => given > wanted)),
  NumericGreaterThanEquals: plain(numeric((given, wanted) => given >= wanted)),
  DateEquals: plain(temporal((given, wanted) => given === wanted)),
  DateNotEquals: negated(temporal((given, wanted) => given === wanted)),
  DateLessThan: plain(temporal((given, wanted) => given < wanted)),
  DateLessThanEquals: plain(temporal((given, wanted) => given <= wanted)),
  DateGreaterThan: plain(temporal((given, wanted) => given > wanted)),
  DateGreaterThanEquals: plain(temporal((given, wanted) => given >= wanted)),
  Bool: plain(equalsIgnoreCase),
  BinaryEquals: plain(exactly),
  IpAddress: plain(isInRange),
  NotIpAddress: negated(isInRange),
  ArnEquals: plain(matchesArn),
  ArnLike: plain(matchesArn),
  ArnNotEquals: negated(matchesArn),
  ArnNotLike: negated(matchesArn),
};
