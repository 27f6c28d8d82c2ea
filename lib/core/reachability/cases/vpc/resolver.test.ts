import { describe, expect, it } from "vitest";
import { ask, mixed, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const withResolver = (isOn: boolean) => ({
  VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: isOn } }],
});
const closed = openVpc(1, {
  inbound: [],
  outbound: [],
  a: { entries: [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true, RuleAction: "deny" })] },
});
const resolvers = [["10.1.0.2/32"], ["169.254.169.253/32"], ["fd00:ec2::253/128"]] as const;

describe.each(resolvers)("Amazon's resolver at %s", (cidr) => {
  const asked = { destination: { cidr }, protocol: "udp", port: 53 } as const;

  it("answers where neither groups nor network ACLs let anything through", () => {
    expect(ask(together(closed, withResolver(true)), asked)).toEqual(REACHABLE);
    expect(ask(together(closed, withResolver(true)), { ...asked, protocol: "tcp" })).toEqual(REACHABLE);
  });

  it("answers on port 53 only", () => {
    const open = together(openVpc(1), withResolver(true));
    expect(ask(open, { ...asked, port: 443 })).toEqual(unreachable("PROTOCOL_RESTRICTION"));
    expect(ask(open, { ...asked, port: { from: 53, to: 54 } })).toEqual(mixed("PROTOCOL_RESTRICTION"));
  });

  it("is off without enableDnsSupport, and not known to be on where that was not read", () => {
    expect(ask(together(openVpc(1), withResolver(false)), asked)).toEqual(
      unreachable("DNS_RESOLUTION_DISABLED"),
    );
    expect(ask(openVpc(1), asked, ["DescribeVpcAttribute"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});
