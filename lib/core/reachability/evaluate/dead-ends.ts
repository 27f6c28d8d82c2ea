import type { Target } from "../destinations/target";
import type { Endpoint } from "../index/endpoint";
import { oncePerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import { oncePerKey } from "../index/once";
import type { SourceVariant } from "../sources/source-case";
import type { PairResult } from "./evaluate-pair";
import { routeClasses, type ClassOf, type RouteClass } from "./route-classes";

/**
 * Ways that end before they come to another VPC, remembered for all destinations that route tables treat alike. To a
 * private address outside the VPC nothing but the routes decides how far a packet gets; so where one such packet is
 * stopped before it comes to another VPC, whatever it carries, all of its class are.
 */
export class DeadEnds {
  readonly #dead = new Map<RouteClass, boolean>();

  constructor(private readonly classOf: ClassOf) {}

  isDead({ range }: Target): boolean {
    const routes = this.classOf(range);
    return routes !== null && this.#dead.get(routes) === true;
  }

  remember({ range }: Target, { verdict, parts }: PairResult): void {
    const routes = this.classOf(range);
    if (routes === null || this.#dead.has(routes)) return;
    const [part] = parts;
    const isWhole = parts.length === 1 && part?.forkMode === null;
    this.#dead.set(routes, verdict === "unreachable" && isWhole && part.path.endsBeforeAnotherVpc);
  }
}

/** Those of packets from where a sender is; null from outside, from a subnet that was not read, and for IPv6. */
export function deadEndsFrom(index: NetworkIndex, { sender, range }: SourceVariant): DeadEnds | null {
  if (sender.kind !== "endpoint" || range.family === 6) return null;
  const { endpoint } = sender;
  const place = placeOf(index, endpoint);
  return place === null ? null : deadEndsOfVpc(index)(endpoint.vpcId)(place);
}

const deadEndsOfVpc = oncePerIndex((index) =>
  oncePerKey((vpcId: string) => {
    const classOf = routeClasses(index)(vpcId);
    return oncePerKey<string, DeadEnds>(() => new DeadEnds(classOf));
  }),
);

/** What of the sender decides how far it gets: its table, its zone, whether it has a public address. */
function placeOf(index: NetworkIndex, endpoint: Endpoint): string | null {
  const { subnetId, addresses, role, sourceDestCheck, status, instanceId } = endpoint;
  const subnet = index.subnet(subnetId);
  if (subnet === null) return null;
  const table = index.routeTableOfSubnet(subnetId);
  const tableId = table.status === "known" ? table.routeTableId : subnetId;
  const isPublic = addresses.some(({ publicRange }) => publicRange !== null);
  return [tableId, subnet.zone, role, isPublic, sourceDestCheck, status, instanceId].join(" ");
}
