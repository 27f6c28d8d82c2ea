import { describe, expect, it } from "vitest";
import { mergeStates } from "./merge-states";

const arn = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const state = (name: string, State: string) => ({ FunctionArn: arn(name), State });

describe("mergeStates", () => {
  it("replaces the state of the function that was read", () => {
    const known = [state("a", "Pending"), state("b", "Active")];
    expect(mergeStates(known, arn("a"), [state("a", "Active")], undefined)).toEqual([
      state("b", "Active"),
      state("a", "Active"),
    ]);
  });

  it("forgets functions that are gone, and only where the list of functions was read", () => {
    const known = [state("a", "Active"), state("b", "Active")];
    const functions = [{ FunctionArn: `${arn("b")}:$LATEST` }];
    expect(mergeStates(known, arn("c"), [], functions)).toEqual([state("b", "Active")]);
    expect(mergeStates(known, arn("c"), [], undefined)).toEqual(known);
  });
});
