import { describe, expect, it } from "vitest";
import { aNetworkInterface, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together, type Permission } from "../cases/open-vpc.test-builder";

const B = { destination: { networkInterfaceId: "eni-1b" } };
const tcp = (port: number, CidrIp: string): Permission => ({
  IpProtocol: "tcp",
  FromPort: port,
  ToPort: port,
  IpRanges: [{ CidrIp }],
});

/** `eni-1b`, which has a group of its own, behind a firewall that may send with an address of its own. */
const behindFirewall = (...IpPermissions: Permission[]) =>
  together(
    openVpc(1, {
      a: { routes: [{ DestinationCidrBlock: "10.1.2.10/32", NetworkInterfaceId: "eni-firewall" }] },
      b: { eni: { Groups: [{ GroupId: "sg-own" }] } },
    }),
    {
      NetworkInterfaces: [
        aNetworkInterface({
          NetworkInterfaceId: "eni-firewall",
          SubnetId: "subnet-1b",
          PrivateIpAddress: "10.1.2.30",
          SourceDestCheck: false,
        }),
      ],
      SecurityGroups: [aSecurityGroup({ GroupId: "sg-own", IpPermissions })],
    },
  );

describe("a security group behind an appliance, where which address arrives is not known,", () => {
  it("lets nothing in for certain where it has no rules", () => {
    expect(ask(behindFirewall(), B)).toEqual(unreachable("SG_HAS_NO_RULES"));
  });

  it("lets nothing in on other ports than its rules', from anywhere", () => {
    const network = behindFirewall(tcp(22, "0.0.0.0/0"));
    expect(ask(network, B).verdict).toBe("unreachable");
    const messages = answerOf(network, B).traces.flatMap((trace) =>
      trace.explanations.map(({ message }) => message),
    );
    expect(messages).toEqual([
      "Security group sg-own of eni-1b has no inbound rule that allows tcp 443 from anywhere.",
    ]);
  });

  it.each([["10.9.9.9/32"], ["0.0.0.0/0"]])("may let it in by any rule for its port, of %s", (cidr) => {
    const network = behindFirewall(tcp(443, cidr));
    expect(ask(network, B).verdict).toBe("unknown");
    const [trace] = answerOf(network, B).traces;
    expect(trace?.notEvaluated.map(({ message }) => message)).toContain(
      "Which address arrives is not known, so whether a rule matches is not.",
    );
    const arrival = trace?.forward.find(({ resourceId }) => resourceId === "eni-1b");
    expect(arrival).toEqual({ kind: "network-interface", resourceId: "eni-1b" });
  });
});
