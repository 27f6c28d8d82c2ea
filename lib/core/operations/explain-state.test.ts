import { LastUpdateStatusReasonCode, State, StateReasonCode } from "@aws-sdk/client-lambda";
import { describe, expect, it } from "vitest";
import { explainState } from "./explain-state";
import { findReasonCode, knownReasonCodes } from "./reason-codes";
import { toStatusLook } from "./state-tone";

describe("explainState", () => {
  it.each(Object.values(State))("explains %s in words with AWS's word beside them", (state) => {
    const { summary, tone } = explainState({ state });
    expect(summary).toContain(`\`${state}\``);
    expect(summary).toMatch(/^[A-Z].+\.$/);
    expect(summary.startsWith(state)).toBe(false);
    expect(tone).not.toBe("unknown");
  });

  it.each(Object.values(StateReasonCode))("gives the cause of %s", (stateReasonCode) => {
    const { summary } = explainState({ state: "Failed", stateReasonCode, stateReason: "AWS's text" });
    expect(summary).toContain(stateReasonCode);
    expect(summary).toContain(findReasonCode(stateReasonCode)?.cause);
    expect(summary).toContain("AWS's text");
  });

  it("knows every reason code of the pinned SDK and no other", () => {
    expect(new Set(knownReasonCodes)).toEqual(
      new Set([...Object.values(StateReasonCode), ...Object.values(LastUpdateStatusReasonCode)]),
    );
  });

  it("tells an idle function what wakes it", () => {
    expect(explainState({ state: "Inactive", stateReasonCode: "Idle" })).toEqual({
      summary:
        "Asleep: its network interfaces were taken back (`Inactive`, reason `Idle`). Nobody invoked the function for about 14 days, so AWS took back its network interfaces.",
      nextStep:
        "Invoke it once: that call fails and wakes the function, which is ready again after a minute or so.",
      tone: "neutral",
    });
  });

  it("tells an update in progress before the Active state, although AWS names the reason Creating", () => {
    const explanation = explainState({
      state: "Active",
      lastUpdateStatus: "InProgress",
      lastUpdateStatusReasonCode: "Creating",
    });
    expect(explanation.tone).toBe("progress");
    expect(explanation.summary).toContain("`InProgress`, reason `Creating`");
  });

  it("says that a failed update left the previous configuration in service, and what to do", () => {
    const explanation = explainState({
      state: "Active",
      lastUpdateStatus: "Failed",
      lastUpdateStatusReasonCode: "SubnetOutOfIPAddresses",
      lastUpdateStatusReason: "Subnet is full",
    });
    expect(explanation.summary).toContain("still serves with its previous configuration");
    expect(explanation.summary).toContain("Subnet is full");
    expect(explanation.nextStep).toContain("free addresses");
    expect(explanation.tone).toBe("danger");
  });

  it("gives a next step for a failed update without a code", () => {
    expect(explainState({ state: "Active", lastUpdateStatus: "Failed" }).nextStep).not.toBeNull();
  });

  it("tells that a failed creation is final, with what to mend before the next one", () => {
    const { nextStep } = explainState({ state: "Failed", stateReasonCode: "SubnetOutOfIPAddresses" });
    expect(nextStep).toBe(
      "Choose a subnet with free addresses, or release some in this one, then try again. A function in this state does not recover: delete it and create it again.",
    );
    expect(explainState({ state: "Failed" }).nextStep).toBe(
      "A function in this state does not recover: delete it and create it again.",
    );
  });

  it("keeps AWS's words of a state and a code that it does not know", () => {
    expect(explainState({ state: "Sleeping", stateReasonCode: "Tired", stateReason: "late" })).toMatchObject({
      summary: "A state that Mooring does not know (`Sleeping`, reason `Tired`: late).",
      tone: "unknown",
    });
    expect(explainState({ state: "Failed", stateReasonCode: "Tired" }).summary).toContain("reason `Tired`");
  });

  it("says that a state was not read", () => {
    expect(explainState({ state: null })).toMatchObject({ tone: "unknown", nextStep: "Refresh to read it." });
  });

  it("tells a running update also where State is absent, as some emulators answer", () => {
    expect(explainState({ state: null, lastUpdateStatus: "InProgress" }).tone).toBe("progress");
  });
});

describe("findReasonCode", () => {
  it.each(["toString", "__proto__", "NotThere"])("is undefined for %s", (code) => {
    expect(findReasonCode(code)).toBeUndefined();
  });
});

describe("toStatusLook", () => {
  it.each([null, undefined, ""])("shows %s as not read", (value) => {
    expect(toStatusLook("state", value)).toEqual({ tone: "unknown", icon: "question", label: "Not read" });
  });

  it.each(["Sleeping", "constructor"])("shows the unknown word %s as it is", (value) => {
    expect(toStatusLook("state", value)).toEqual({ tone: "unknown", icon: "question", label: value });
  });

  it("tells a function's Failed from an operation's failed", () => {
    expect(toStatusLook("state", "Failed").tone).toBe("danger");
    expect(toStatusLook("operation", "Failed").tone).toBe("unknown");
    expect(toStatusLook("operation", "rolled-back")).toEqual({
      tone: "neutral",
      icon: "dash",
      label: "Rolled back",
    });
  });
});
