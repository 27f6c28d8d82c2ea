import type { Network } from "@/lib/core/network/network";
import { explore, together } from "../explore";
import { interestingPorts } from "../gateways/nat-gateways";
import { naiveAnswer } from "../naive-verdict";
import { isIpv6 } from "../places/addresses";
import type { NaiveQuestion } from "../question";
import { Blocked, Lost, type NaiveAnswer } from "../walk";

/** By Amazon's resolver, or by the servers of the VPC's DHCP options, which are asked like anything else. */
export function resolveName(network: Network, asker: NaiveQuestion, vpcId: string): NaiveAnswer {
  const servers = serversOf(network, vpcId);
  if (servers === null) return unknown("NOT_EVALUATED_UNREAD DescribeDhcpOptions");
  const own = servers.filter((server) => server !== AMAZON);
  if (own.length === 0) return byAmazon(network, vpcId);
  const answers = own
    .filter((server) => !isIpv6(server))
    .map((address) =>
      together(
        "sometimes",
        interestingPorts(network).map((sourcePort) =>
          naiveAnswer(network, { ...asker, destination: { address }, protocol: 17, port: 53, sourcePort }),
        ),
      ),
    );
  if (servers.includes(AMAZON)) answers.push(byAmazon(network, vpcId));
  // One that answers is enough.
  const found = answers.find(({ verdict }) => verdict === "reachable");
  if (found) return found;
  const areShut = !own.some(isIpv6) && answers.every(({ verdict }) => verdict === "unreachable");
  return areShut
    ? { verdict: "unreachable", reasons: ["DNS_SERVER_UNREACHABLE"] }
    : unknown("NOT_EVALUATED_DNS");
}

const AMAZON = "AmazonProvidedDNS";

function unknown(reason: string): NaiveAnswer {
  return { verdict: "unknown", reasons: [reason] };
}

function byAmazon(network: Network, vpcId: string): NaiveAnswer {
  return explore(() => {
    const isOn = network.vpcAttributes.get(vpcId)?.resource.EnableDnsSupport?.Value;
    if (isOn === false) throw new Blocked("DNS_RESOLUTION_DISABLED name");
    if (isOn === undefined) throw new Lost("NOT_EVALUATED_UNREAD DescribeVpcAttribute");
    return [];
  });
}

/** Null where the VPC or its options were not read; `default` means Amazon's resolver. */
export function serversOf(network: Network, vpcId: string): string[] | null {
  const vpc = network.vpcs.get(vpcId)?.resource;
  if (!vpc) return null;
  const { DhcpOptionsId: optionsId } = vpc;
  if (optionsId === undefined || optionsId === "default") return [];
  const options = network.dhcpOptions.get(optionsId)?.resource;
  if (!options) return null;
  return (options.DhcpConfigurations ?? [])
    .filter(({ Key }) => Key === "domain-name-servers")
    .flatMap(({ Values }) => (Values ?? []).flatMap(({ Value }) => (Value === undefined ? [] : [Value])));
}
