import { describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { namedAnswer } from "../naive/names/named-answer";
import { generateCase } from "./generate-case";

const NETWORKS = 250;
const QUESTIONS = 20;

/** Every end that some packet has to meet: a feature that is generated and never decides anything tests nothing. */
const ENDS = [
  "BAD_STATE source",
  "BAD_STATE destination",
  "BAD_STATE NAT gateway",
  "BAD_STATE gateway endpoint",
  "BAD_STATE peering",
  "BAD_STATE_ATTACHMENT",
  "BAD_STATE_ATTACHMENT egress-only",
  "BAD_STATE_ROUTE",
  "DISCONNECTED_VPCS",
  "BAD_STATE load balancer",
  "DNS_RESOLUTION_DISABLED",
  "DNS_RESOLUTION_DISABLED name",
  "DNS_SERVER_UNREACHABLE",
  "ELBV2_LISTENERS_MISMATCH",
  "ELBV2_LISTENER_HAS_NO_TG",
  "TARGETS of a load balancer",
  "NOT_EVALUATED_DNS private name",
  "NOT_EVALUATED_UNREAD DescribeDhcpOptions",
  "NOT_EVALUATED_UNREAD public address",
  "NOT_EVALUATED_UNREAD targets",
  "ENI_SG_RULES_MISMATCH IpPermissions",
  "ENI_SG_RULES_MISMATCH IpPermissionsEgress",
  "ENI_SOURCE_DEST_CHECK_RESTRICTION",
  "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
  "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
  "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
  "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS",
  "LAMBDA_ACCEPTS_NO_INBOUND",
  "LAMBDA_IPV6_NOT_ALLOWED",
  "NAT_GATEWAY_ACCEPTS_NO_INBOUND",
  "NO_POSSIBLE_DESTINATION",
  "NO_ROUTE_TO_DESTINATION",
  "NOT_EVALUATED_APPLIANCE",
  "NOT_EVALUATED_ON_PREMISES VPN gateway",
  "NOT_EVALUATED_TARGET_KIND",
  "NOT_EVALUATED_UNREAD DescribeRouteTables",
  "NOT_EVALUATED_UNREAD network ACL",
  "NOT_EVALUATED_UNREAD IpPermissions",
  "NOT_EVALUATED_UNREAD pl-",
  "PATH_THROUGH_GWLB_NOT_CHECKED",
  "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
  "PROTOCOL_RESTRICTION function",
  "PROTOCOL_RESTRICTION IPv6",
  "REACHED",
  "REGIONAL_NGW_ROUTE_AZ_RESTRICTION",
  "REPLY_GOES_ELSEWHERE",
  "ROUTING_LOOP",
  "SUBNET_ACL_RESTRICTION egress",
  "SUBNET_ACL_RESTRICTION ingress",
  "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION",
  "TGW_ROUTE_AZ_RESTRICTION",
  "TGW_RTB_BAD_STATE_ROUTE",
  "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT",
  "TGW_RTB_ROUTES_ARE_UNKNOWN",
  "UNASSOCIATED_COMPONENT",
  "VPC_BLOCK_PUBLIC_ACCESS_ENABLED",
  "VPC_ENCRYPTION_CONTROL_ENFORCED",
  "VPCE_GATEWAY_PROTOCOL_RESTRICTION",
];

describe("generated networks", () => {
  it("are the same from the same seed", () => {
    expect(generateCase(7, QUESTIONS)).toEqual(generateCase(7, QUESTIONS));
    expect(generateCase(7, QUESTIONS)).not.toEqual(generateCase(8, QUESTIONS));
  });

  it("let a quarter to a half of the packets through and stop the others in every way", () => {
    const verdicts = { reachable: 0, unreachable: 0, unknown: 0, mixed: 0 };
    const reasons = new Set<string>();
    for (let seed = 1; seed <= NETWORKS; seed += 1) {
      const { captures, questions } = generateCase(seed, QUESTIONS);
      const network = buildNetwork({ captures });
      for (const question of questions) {
        const answer = namedAnswer(network, question);
        verdicts[answer.verdict] += 1;
        for (const reason of answer.reasons) reasons.add(reason);
      }
    }
    const asked = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
    expect(verdicts.reachable / asked).toBeGreaterThan(0.25);
    expect(verdicts.reachable / asked).toBeLessThan(0.5);
    expect(verdicts.unknown / asked).toBeGreaterThan(0.05);
    expect(verdicts.mixed).toBeGreaterThan(5);
    expect(ENDS.filter((end) => ![...reasons].some((reason) => reason.startsWith(end)))).toEqual([]);
  });
});
