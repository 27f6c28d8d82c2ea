import fc from "fast-check";
import { expect, it } from "vitest";
import type { Resource } from "../../network/network";
import { aNetworkAcl } from "@/lib/testing/builders/vpc-resources";
import { parseCidr, type AddressRange } from "../sets/address-range";
import {
  ALL_TRAFFIC,
  intersectTraffic,
  isNoTraffic,
  NO_TRAFFIC,
  subtractTraffic,
  uniteTraffic,
  type Traffic,
} from "../sets/traffic";
import { holdsFor } from "../walk/cuts";
import type { AclEntry } from "./acl-decisions";
import { compileNetworkAcl } from "./network-acl";

type Entry = NonNullable<Resource<"NetworkAcls">["Entries"]>[number];

const CIDRS = ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.1.2.10/32", "::/0"];
const port = fc.integer({ min: 0, max: 9 });
const entries = fc.record({
  CidrBlock: fc.constantFrom(...CIDRS),
  RuleAction: fc.constantFrom<("allow" | "deny")[]>("allow", "deny"),
  Protocol: fc.constantFrom("-1", "6", "6", "6", "17", "1", "50"),
  PortRange: fc.oneof(
    fc.constant({ From: 0, To: 65535 }),
    fc.tuple(port, port).map(([From, more]) => ({ From, To: From + more })),
  ),
});
const peers = fc.constantFrom(
  "10.1.2.10/32",
  "10.1.2.11/32",
  "10.1.0.0/16",
  "10.0.0.0/7",
  "11.0.0.0/8",
  "2600::/16",
);

function rangeOf(text: string): AddressRange {
  const range = parseCidr(text);
  if (range === null) throw new Error(`${text} is no block.`);
  return range;
}

/** One entry after the other, as AWS tells it. */
function inTurn(all: readonly AclEntry[], peer: AddressRange) {
  const cuts = new Set<string>();
  const add = (_: AddressRange, { first, last }: AddressRange) => cuts.add(`${first} ${last}`);
  const decided: { entry: AclEntry | null; traffic: Traffic }[] = [];
  let open = ALL_TRAFFIC;
  for (const entry of all) {
    if (isNoTraffic(open)) break;
    if (!holdsFor(entry.range, peer, { add, choose: () => 0 })) continue;
    const traffic = intersectTraffic(open, entry.traffic);
    open = subtractTraffic(open, entry.traffic);
    if (!isNoTraffic(traffic)) decided.push({ entry, traffic });
  }
  const allowed = decided.filter(({ entry }) => entry?.allow).map(({ traffic }) => traffic);
  if (!isNoTraffic(open)) decided.push({ entry: null, traffic: open });
  return { allowed: allowed.reduce(uniteTraffic, NO_TRAFFIC), decided, cuts };
}

it("a network ACL allows, decides and cuts as its entries do one after the other", () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 14 }), fc.array(peers, { minLength: 1 }), (given, asked) => {
      const Entries = given.map((one, at): Entry => ({ RuleNumber: at + 1, Egress: true, ...one }));
      const { egress } = compileNetworkAcl(aNetworkAcl({ Entries }));
      for (const text of asked) {
        const peer = rangeOf(text);
        const { allowed, decided, cuts } = inTurn(egress.entries, peer);
        const found = new Set<string>();
        const add = (_: AddressRange, { first, last }: AddressRange) => found.add(`${first} ${last}`);
        expect(egress.allowedFor(peer, { add, choose: () => 0 })).toEqual(allowed);
        expect(found).toEqual(cuts);
        expect(egress.decide(peer, ALL_TRAFFIC)).toEqual(decided);
      }
    }),
    { seed: 32_766, numRuns: 400 },
  );
});

it("a network ACL that decides otherwise for very many addresses decides the same when asked again", () => {
  const Entries = Array.from({ length: 30_000 }, (_, at): Entry => {
    const isOne = at % 500 === 0;
    const CidrBlock = isOne ? `10.1.2.${at / 500}/32` : "0.0.0.0/0";
    const RuleAction = isOne || at % 2 === 1 ? "allow" : "deny";
    const own = { RuleNumber: at + 1, Egress: true, RuleAction, CidrBlock } as const;
    return { ...own, Protocol: "6", PortRange: { From: 2 * at, To: 2 * at + (isOne ? 1 : 0) } };
  });
  const { egress } = compileNetworkAcl(aNetworkAcl({ Entries }));
  const peersOf = Array.from({ length: 40 }, (_, n) => rangeOf(`10.1.2.${n}`));
  const ask = () =>
    peersOf.map((peer) => egress.allowedFor(peer, { add: () => undefined, choose: () => 0 }).tcp.join());
  const first = ask();
  expect(new Set(first).size).toBe(first.length);
  expect(ask().every((allowed, n) => allowed === first[n])).toBe(true);
});
