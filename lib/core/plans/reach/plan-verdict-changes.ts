import type { Network } from "../../network/network";
import type { Attachment } from "../../network/vpc-config";
import type { FlowSource } from "../../reachability/flow";
import { verdictChanges } from "../../reachability/matrix/verdict-changes";
import { withIpv6Internet } from "../../reachability/targets/ipv6-internet";
import type { Reading, VerdictChangesFacts } from "../plan-facts";
import { simulateNetwork } from "./simulate-network";
import { targetsAround } from "./targets-around";

/**
 * What a function reaches as it is, and as it would be. One that is created is compared with a function in no VPC. The
 * VPCs' ids are those derived from the subnets.
 */
export function planVerdictChanges(
  network: Network,
  {
    functionArn,
    before,
    after,
  }: { functionArn: string; before: Attachment | null; after: Attachment | null },
): Reading<VerdictChangesFacts> {
  const attachments = [before, after].flatMap((attachment) => attachment ?? []);
  const unread = attachments.find(({ subnetIds }) => subnetIds.every((id) => !network.subnets.has(id)));
  if (unread) {
    return { status: "unread", reason: `${unread.subnetIds.join(", ")} not found in the newest snapshot` };
  }
  const vpcIds = attachments.flatMap(({ vpcId }) => (vpcId === "" ? [] : vpcId));
  const { targets: around, omitted } = targetsAround(network, vpcIds);
  const targets = withIpv6Internet(network, around, attachments);
  const side = (attachment: Attachment | null) => askAs(network, functionArn, attachment);
  return { status: "read", value: { changes: verdictChanges(side(before), side(after), targets), omitted } };
}

/** An attachment is asked about as a connection, on the network's own index: nothing else in it depends on the function. */
function askAs(
  network: Network,
  functionArn: string,
  attachment: Attachment | null,
): { network: Network; source: FlowSource } {
  if (attachment !== null) return { network, source: { connection: attachment } };
  return {
    network: simulateNetwork(network, { functionArn, after: null }),
    source: { functionName: functionArn },
  };
}
