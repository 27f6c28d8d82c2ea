import { describe, expect, it } from "vitest";
import type { Resource } from "../network";
import { mergeStates, selectStates, statesByArn } from "./select-states";

const limits = { mostUnknown: 2, mostChanged: 2 };

function arnOf(name: string): string {
  return `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
}

function aFunction(name: string, overrides: Partial<Resource<"Functions">> = {}): Resource<"Functions"> {
  return { FunctionArn: `${arnOf(name)}:$LATEST`, Version: "$LATEST", RevisionId: "1", ...overrides };
}

function aState(
  name: string,
  overrides: Partial<Resource<"FunctionStates">> = {},
): Resource<"FunctionStates"> {
  return {
    FunctionArn: arnOf(name),
    State: "Active",
    LastUpdateStatus: "Successful",
    RevisionId: "1",
    ReadAt: "2026-01-01T00:00:00.000Z",
    ...overrides,
  };
}

const known = (...states: Resource<"FunctionStates">[]) => statesByArn(states);

describe("selectStates", () => {
  it("carries over what is settled and did not change", () => {
    expect(selectStates([aFunction("a")], known(aState("a")), limits)).toEqual({
      toRead: [],
      carried: [aState("a")],
    });
  });

  it.each([
    ["whose revision is another", aFunction("a", { RevisionId: "2" }), aState("a")],
    ["that is Pending", aFunction("a"), aState("a", { State: "Pending" })],
    ["whose update is in progress", aFunction("a"), aState("a", { LastUpdateStatus: "InProgress" })],
    ["in a state that AWS has added since", aFunction("a"), aState("a", { State: "Deleting" })],
    [
      "that was modified since, where there are no revisions",
      { ...aFunction("a"), RevisionId: undefined, LastModified: "2026-01-02T00:00:00.000+0000" },
      aState("a"),
    ],
  ] as const)("reads a function %s", (_what, fn, state) => {
    expect(selectStates([fn], known(state), limits).toRead).toEqual([arnOf("a")]);
  });

  it("reads the newest of those never read, and no more than it may", () => {
    const functions = ["01", "03", "02"].map((day) =>
      aFunction(day, { LastModified: `2026-01-${day}T00:00:00.000+0000` }),
    );
    expect(selectStates(functions, known(), limits).toRead).toEqual([arnOf("03"), arnOf("02")]);
  });

  it("takes a function that is newer than the last reading for one that changed", () => {
    const made = aFunction("a", { LastModified: "2026-01-02T00:00:00.000+0000" });
    const noUnknown = { ...limits, mostUnknown: 0 };
    expect(selectStates([made], known(), noUnknown).toRead).toEqual([]);
    const since = "2026-01-01T00:00:00.000Z";
    expect(selectStates([made], known(), { ...noUnknown, since }).toRead).toEqual([arnOf("a")]);
    expect(selectStates([made], known(), { ...noUnknown, since: "2026-01-03T00:00:00.000Z" }).toRead).toEqual(
      [],
    );
  });

  it("asks about the function, not about its published versions", () => {
    const version = { ...aFunction("a"), FunctionArn: `${arnOf("a")}:7`, Version: "7" };
    expect(selectStates([version], known(), limits).toRead).toEqual([]);
  });

  it("forgets functions that are gone", () => {
    expect(selectStates([], known(aState("a")), limits).carried).toEqual([]);
  });
});

describe("mergeStates", () => {
  it("keeps the newest reading of each, sorted", () => {
    const newer = aState("a", { State: "Inactive", ReadAt: "2026-01-02T00:00:00.000Z" });
    expect(mergeStates([aState("b"), aState("a")], [newer])).toEqual([newer, aState("b")]);
    expect(mergeStates([newer], [aState("a")])).toEqual([newer]);
  });
});
