import { describe, expect, it } from "vitest";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { openVpc } from "../cases/open-vpc.test-builder";
import { buildNetwork } from "../../network/build-network";
import { ipv6BlocksOf, ipv6InternetTargets } from "./ipv6-internet";

describe("the internet over IPv6 as a target", () => {
  const network = buildNetwork({ captures: [aFullCapture(openVpc(1))] });
  const [subnetId = ""] = [...network.subnets.keys()];
  const targets = (ipv6AllowedForDualStack: boolean, ...subnetIds: string[]) =>
    ipv6InternetTargets(network, { subnetIds, ipv6AllowedForDualStack }).map(({ key }) => key);

  it("is one for a function that may send IPv6 from a subnet that has it", () => {
    expect(ipv6BlocksOf(network, subnetId)).toEqual(["2600:1f18:100:1::/64"]);
    expect(targets(true, "subnet-without", subnetId)).toEqual(["internet:ipv6"]);
  });

  it("is none where IPv6 is not allowed, the subnets have none, or there is no connection", () => {
    expect(targets(false, subnetId)).toEqual([]);
    expect(targets(true, "subnet-without")).toEqual([]);
    expect(ipv6InternetTargets(network, null)).toEqual([]);
  });
});
