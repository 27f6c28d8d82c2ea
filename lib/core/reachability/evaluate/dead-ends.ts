import type { Target } from "../destinations/target";
import type { PairResult } from "./evaluate-pair";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { coversRange, isOneAddress, type AddressRange } from "../sets/address-range";
import { PRIVATE_RANGES } from "../sets/special-ranges";
import type { SourceVariant } from "../sources/source-case";

/**
 * Ways that end inside the sender's VPC, remembered for all destinations that its route tables treat alike. To a private
 * address outside the VPC nothing but the routes decides how far a packet gets in it; so where one such packet is
 * stopped before it leaves the VPC, all of its class are.
 */
export class DeadEnds {
  readonly #dead = new Map<string, boolean>();
  readonly #classes = new Map<string, Map<AddressRange, string | null>>();
  readonly #places = new Map<Endpoint, string>();

  constructor(private readonly index: NetworkIndex) {}

  /** The class of a pair; null where the rule above says nothing of it. */
  classOf({ sender, range }: SourceVariant, target: Target): string | null {
    if (sender.kind !== "endpoint" || range.family === 6) return null;
    const { endpoint } = sender;
    const routes = this.#routesTo(endpoint.vpcId, target.range);
    return routes === null ? null : `${this.#placeOf(endpoint)} ${routes}`;
  }

  isDead(pairClass: string): boolean | undefined {
    return this.#dead.get(pairClass);
  }

  remember(pairClass: string, { verdict, parts }: PairResult): void {
    const [part] = parts;
    const isDead =
      verdict === "unreachable" && parts.length === 1 && part?.forkMode === null && part.path.endsInVpc;
    this.#dead.set(pairClass, isDead);
  }

  #isElsewhere(vpcId: string, range: AddressRange): boolean {
    return (
      isOneAddress(range) &&
      PRIVATE_RANGES.some((own) => coversRange(own, range)) &&
      !this.index.vpcRanges(vpcId).some((own) => coversRange(own, range))
    );
  }

  /** What of the sender decides how far it gets: its table, its zone, whether it has a public address. */
  #placeOf(endpoint: Endpoint): string {
    const known = this.#places.get(endpoint);
    if (known !== undefined) return known;
    const { vpcId, subnetId, addresses, role, sourceDestCheck, status, instanceId } = endpoint;
    const table = this.index.routeTableOfSubnet(subnetId);
    const tableId = table.status === "known" ? table.routeTableId : subnetId;
    const isPublic = addresses.some(({ publicRange }) => publicRange !== null);
    const zone = this.index.subnet(subnetId)?.zone ?? "";
    const place = [vpcId, tableId, zone, role, isPublic, sourceDestCheck, status, instanceId].join(" ");
    this.#places.set(endpoint, place);
    return place;
  }

  /** Which route of each of the VPC's tables takes the address; null for one in the VPC, or a public one. */
  #routesTo(vpcId: string, range: AddressRange): string | null {
    const classes = this.#classes.get(vpcId) ?? new Map<AddressRange, string | null>();
    this.#classes.set(vpcId, classes);
    const known = classes.get(range);
    if (known !== undefined) return known;
    const routes = this.#isElsewhere(vpcId, range)
      ? this.index
          .routeTablesOfVpc(vpcId)
          .map((table) => table.routes.findIndex((route) => coversRange(route.range, range)))
          .join()
      : null;
    classes.set(range, routes);
    return routes;
  }
}
