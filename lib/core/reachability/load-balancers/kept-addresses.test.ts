import { expect, it } from "vitest";
import { aNetworkAcl } from "@/lib/testing/builders/vpc-resources";
import { aShop, ask, gateArn, groups, tcpFrom } from "./shop.test-builder";

it("a Network Load Balancer gets the replies to a client whose address it kept, past its own subnet's network ACL", () => {
  const entry = { RuleNumber: 100, Protocol: "-1", RuleAction: "allow" as const, Egress: true };
  const network = (CidrBlock: string) =>
    aShop({
      SecurityGroups: [
        groups.fn,
        groups.lb,
        { ...groups.app, IpPermissions: [tcpFrom(8080, { cidr: "10.0.1.0/24" })] },
      ],
      NetworkAcls: [
        aNetworkAcl({
          Associations: ["subnet-fn", "subnet-app"].map((SubnetId) => ({ SubnetId })),
          Entries: [true, false].map((Egress) => ({ ...entry, Egress, CidrBlock: "0.0.0.0/0" })),
        }),
        aNetworkAcl({
          NetworkAclId: "acl-lb",
          Associations: [{ SubnetId: "subnet-lb" }],
          Entries: [
            { ...entry, CidrBlock: "0.0.0.0/0" },
            { ...entry, Egress: false, CidrBlock },
          ],
        }),
      ],
    });
  expect(ask(network("10.0.0.0/16"), { loadBalancerArn: gateArn }, 90).verdict).toBe("reachable");
  const answer = ask(network("10.0.1.0/24"), { loadBalancerArn: gateArn }, 90);
  expect(answer.verdict).toBe("unreachable");
  expect(answer.codes).toContain("SUBNET_ACL_RESTRICTION");
});
