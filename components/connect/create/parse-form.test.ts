import { describe, expect, it } from "vitest";
import { emptyForm } from "./create-form";
import { parseForm } from "./parse-form";

const form = {
  ...emptyForm,
  functionName: "orders",
  network: { ...emptyForm.network, vpcId: "vpc-1", subnetIds: ["subnet-1"] },
};

describe("parseForm", () => {
  it("gives back what was kept", () => {
    expect(parseForm(JSON.stringify(form))).toEqual(form);
  });

  it.each<[string, unknown]>([
    ["nothing", null],
    ["a list", []],
    ["a kind of code that is none", { ...form, codeKind: "git" }],
    ["an architecture that is none", { ...form, architecture: "riscv" }],
    ["a form without a name", { ...form, functionName: undefined }],
    ["no network", { ...form, network: null }],
    ["subnets that are no texts", { ...form, network: { ...form.network, subnetIds: [1] } }],
    ["a VPC that is no text", { ...form, network: { ...form.network, vpcId: 7 } }],
  ])("begins anew with %s", (_what, kept) => {
    expect(parseForm(JSON.stringify(kept))).toEqual(emptyForm);
  });

  it("begins anew with what is not JSON, and where nothing was kept", () => {
    expect(parseForm("{")).toEqual(emptyForm);
    expect(parseForm(null)).toEqual(emptyForm);
  });
});
