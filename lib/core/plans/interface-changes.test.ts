import { describe, expect, it } from "vitest";
import { planAddresses } from "./addresses";
import { planInterfaceChanges } from "./interface-changes";
import { buildAttachment, buildSubnet } from "./testing/build-plan-facts";

const at = (subnetId: string, securityGroupIds = ["sg-app"]) => ({
  networkInterfaceId: `eni-${subnetId}`,
  subnetId,
  securityGroupIds,
});
const read = <Value>(value: Value) => ({ status: "read", value }) as const;
const unread = { status: "unread", reason: "UnauthorizedOperation" } as const;
const ids = (changes: { subnetId: string }[]) => changes.map(({ subnetId }) => subnetId);

describe("planInterfaceChanges", () => {
  it("creates one interface per subnet where the pair is new", () => {
    const changes = planInterfaceChanges({
      before: null,
      after: buildAttachment(),
      interfaces: read([]),
      users: read([]),
    });
    expect(ids(changes.created)).toEqual(["subnet-a", "subnet-b"]);
    expect(changes).toMatchObject({ shared: [], released: [], kept: [] });
    expect(changes.uncertainty).toBeUndefined();
  });

  it("shares an interface of the same subnet and set of groups, whatever their order", () => {
    const changes = planInterfaceChanges({
      before: null,
      after: buildAttachment({ subnetIds: ["subnet-a"], securityGroupIds: ["sg-b", "sg-a"] }),
      interfaces: read([at("subnet-a", ["sg-a", "sg-b"])]),
      users: read([
        { label: "billing", attachment: buildAttachment({ securityGroupIds: ["sg-a", "sg-b"] }) },
        { label: "other", attachment: buildAttachment({ securityGroupIds: ["sg-a"] }) },
      ]),
    });
    expect(changes.shared).toEqual([
      {
        networkInterfaceId: "eni-subnet-a",
        subnetId: "subnet-a",
        securityGroupIds: ["sg-a", "sg-b"],
        sharedBy: ["billing"],
      },
    ]);
    expect(changes.created).toEqual([]);
  });

  it("releases what nothing else uses and keeps what a published version uses", () => {
    const changes = planInterfaceChanges({
      before: buildAttachment(),
      after: null,
      interfaces: read([at("subnet-a"), at("subnet-b")]),
      users: read([{ label: "orders-api:3", attachment: buildAttachment({ subnetIds: ["subnet-b"] }) }]),
    });
    expect(ids(changes.released)).toEqual(["subnet-a"]);
    expect(changes.kept).toMatchObject([{ subnetId: "subnet-b", sharedBy: ["orders-api:3"] }]);
  });

  it("touches no interface of subnets that stay", () => {
    const changes = planInterfaceChanges({
      before: buildAttachment({ subnetIds: ["subnet-a"] }),
      after: buildAttachment(),
      interfaces: read([at("subnet-a")]),
      users: read([]),
    });
    expect(ids(changes.shared)).toEqual(["subnet-a"]);
    expect(ids(changes.created)).toEqual(["subnet-b"]);
    expect(changes.released).toEqual([]);
  });

  it("releases nothing of an idle function, which holds no interface", () => {
    expect(
      planInterfaceChanges({ before: buildAttachment(), after: null, interfaces: read([]), users: read([]) }),
    ).toEqual({ created: [], shared: [], released: [], kept: [] });
  });

  it("says why it is uncertain where interfaces or users were not read, and guesses from who uses the pair", () => {
    const changes = planInterfaceChanges({
      before: buildAttachment({ subnetIds: ["subnet-c"] }),
      after: buildAttachment(),
      interfaces: unread,
      users: read([{ label: "billing", attachment: buildAttachment({ subnetIds: ["subnet-a"] }) }]),
    });
    expect(ids(changes.shared)).toEqual(["subnet-a"]);
    expect(ids(changes.created)).toEqual(["subnet-b"]);
    expect(ids(changes.released)).toEqual(["subnet-c"]);
    expect(changes.uncertainty).toContain("UnauthorizedOperation");
    expect(
      planInterfaceChanges({ before: null, after: null, interfaces: read([]), users: unread }).uncertainty,
    ).toContain("others may share");
  });
});

describe("planAddresses", () => {
  it("takes one address per interface that is created, none for a shared one", () => {
    const changes = {
      created: [{ networkInterfaceId: null, subnetId: "subnet-a", securityGroupIds: [], sharedBy: [] }],
    };
    expect(
      planAddresses(
        [buildSubnet("subnet-a"), buildSubnet("subnet-b", { availableIpAddressCount: null })],
        changes,
      ),
    ).toEqual([
      { subnetId: "subnet-a", availableBefore: 200, used: 1 },
      { subnetId: "subnet-b", availableBefore: null, used: 0 },
    ]);
  });
});
