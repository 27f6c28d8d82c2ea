import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface, aSubnet } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, REACHABLE, unreachable } from "../cases/ask-codes.test-builder";
import { peeringOf, routesTo } from "../cases/joined-vpcs.test-builder";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";

const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };

describe("a reply that its receiver's table sends elsewhere", () => {
  const BY_PEERING = { VpcPeeringConnectionId: "pcx-1" };
  const joined = (routes: object[], own: object = {}) =>
    together(
      openVpc(1, { routes: routesTo(2, BY_PEERING) }),
      openVpc(2, { routes, a: { eni: own } }),
      peeringOf(),
      {
        InternetGateways: [anInternetGateway({ Attachments: [{ VpcId: "vpc-2", State: "attached" }] })],
      },
    );
  const OF_2 = { destination: { cidr: "10.2.1.10/32" } };

  it("is lost at an internet gateway, for want of a public address too", () => {
    const codes = ["REPLY_GOES_ELSEWHERE", "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"] as const;
    expect(ask(joined([TO_INTERNET]), OF_2)).toEqual(
      unreachable(...codes, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"),
    );
    expect(ask(joined([TO_INTERNET], { Association: { PublicIp: "203.0.113.9" } }), OF_2)).toEqual(
      unreachable(...codes),
    );
  });

  it("names the route by which it goes", () => {
    const explanations = answerOf(joined([TO_INTERNET]), OF_2).traces.flatMap((trace) => trace.explanations);
    expect(explanations.find(({ code }) => code === "REPLY_GOES_ELSEWHERE")).toEqual({
      code: "REPLY_GOES_ELSEWHERE",
      direction: "return",
      effect: "connectivity",
      resourceId: "rtb-2",
      evidence: [{ resourceId: "rtb-2", fact: "0.0.0.0/0 → igw-1" }],
      message:
        "rtb-2 sends the reply to 10.1.1.10 by 0.0.0.0/0 → igw-1, which does not lead back to the sender.",
    });
  });

  it("comes back to the sender alone, not to another who has its address", () => {
    const own = { DestinationCidrBlock: "10.1.0.0/16", GatewayId: "local" };
    const twin = {
      Subnets: [aSubnet({ SubnetId: "subnet-twin", VpcId: "vpc-2", CidrBlock: "10.1.1.0/24" })],
      NetworkAcls: [
        {
          NetworkAclId: "acl-twin",
          VpcId: "vpc-2",
          Associations: [{ SubnetId: "subnet-twin" }],
          Entries: [anEntry({}), anEntry({ Egress: true })],
        },
      ],
      NetworkInterfaces: [
        aNetworkInterface({
          NetworkInterfaceId: "eni-twin",
          VpcId: "vpc-2",
          SubnetId: "subnet-twin",
          PrivateIpAddress: "10.1.1.10",
        }),
      ],
    };
    expect(ask(together(joined([own]), twin), OF_2)).toEqual(unreachable("REPLY_GOES_ELSEWHERE"));
    expect(ask(joined(routesTo(1, BY_PEERING)), OF_2)).toEqual(REACHABLE);
  });
});
