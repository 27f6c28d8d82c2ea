import { describe, expect, it } from "vitest";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { openVpc } from "../cases/open-vpc.test-builder";
import { buildNetwork } from "../../network/build-network";
import { ipv6BlocksOf, withIpv6Internet } from "./ipv6-internet";
import { commonTargets } from "./known-targets";

describe("the internet over IPv6 as a target", () => {
  const network = buildNetwork({ captures: [aFullCapture(openVpc(1))] });
  const [subnetId = ""] = [...network.subnets.keys()];
  const keys = (...places: Parameters<typeof withIpv6Internet>[2]) =>
    withIpv6Internet(network, commonTargets(), places).map(({ key }) => key);
  const sends = { subnetIds: ["subnet-without", subnetId], ipv6AllowedForDualStack: true };

  it("is beside the internet where one function may send IPv6 from a subnet that has it", () => {
    expect(ipv6BlocksOf(network, subnetId)).toEqual(["2600:1f18:100:1::/64"]);
    const [internet, ...others] = commonTargets().map(({ key }) => key);
    expect(keys({ ...sends, ipv6AllowedForDualStack: false }, sends)).toEqual([
      internet,
      "internet:ipv6",
      ...others,
    ]);
  });

  it("is none where IPv6 is not allowed, the subnets have none, or there is no connection", () => {
    const usual = commonTargets().map(({ key }) => key);
    expect(keys({ ...sends, ipv6AllowedForDualStack: false })).toEqual(usual);
    expect(keys({ ...sends, subnetIds: ["subnet-without"] })).toEqual(usual);
    expect(keys()).toEqual(usual);
  });
});
