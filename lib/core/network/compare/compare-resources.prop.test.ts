import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";
import { comparePair, pairResources, type ResourceChange } from "./compare-resources";
import type { FieldChange } from "./compare-values";

const word = fc.constantFrom("a", "b", "c", "d");
const tags = fc.uniqueArray(fc.record({ Key: word, Value: word }), { selector: ({ Key }) => Key });
const permission = fc.record({
  IpProtocol: fc.constantFrom("tcp", "udp"),
  FromPort: fc.constantFrom(22, 443),
  IpRanges: fc.array(fc.record({ CidrIp: word }), { maxLength: 3 }),
});
const group = fc.record(
  {
    GroupId: fc.constantFrom("sg-1", "sg-2", "sg-3", "sg-4"),
    Description: word,
    Tags: tags,
    IpPermissions: fc.array(permission, { maxLength: 4 }),
    Anything: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: ["GroupId"] },
);
const groups = fc.uniqueArray(group, { selector: ({ GroupId }) => GroupId });

function compare(before: readonly unknown[], after: readonly unknown[]): ResourceChange[] {
  return pairResources("SecurityGroups", before, after).flatMap(
    (pair) => comparePair("SecurityGroups", pair) ?? [],
  );
}

/** The same things in another order, at every depth. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, turned(member)])
      .reverse(),
  );
}

const opposite = { added: "removed", removed: "added", changed: "changed" } as const;

function mirrored({ change, fields, ...resource }: ResourceChange) {
  const swapped = fields.map(({ path, before, after }): FieldChange => ({
    path,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }));
  return { ...resource, change: opposite[change], fields: swapped };
}

/** Names are of the newer side, so they are left out; so is the order in which fields are told. */
function comparable(changes: readonly Omit<ResourceChange, "name">[]): string {
  return canonicalJson(changes.map(({ kind, id, change, fields }) => ({ kind, id, change, fields })));
}

describe("comparing", () => {
  it("finds nothing between a reading and itself, in whatever order", () => {
    fc.assert(
      fc.property(groups, (resources) => {
        expect(compare(resources, resources)).toEqual([]);
        expect(compare(resources, resources.map(turned).reverse())).toEqual([]);
      }),
    );
  });

  it("finds the mirror image the other way round", () => {
    fc.assert(
      fc.property(groups, groups, (left, right) => {
        expect(comparable(compare(left, right))).toBe(comparable(compare(right, left).map(mirrored)));
      }),
    );
  });

  it("finds a change wherever what a resource says differs", () => {
    fc.assert(
      fc.property(group, word, word, (resource, before, after) => {
        const changes = compare([{ ...resource, Extra: before }], [{ ...resource, Extra: after }]);
        expect(changes).toHaveLength(before === after ? 0 : 1);
        for (const { fields } of changes) expect(fields).toEqual([{ path: "Extra", before, after }]);
      }),
    );
  });
});
