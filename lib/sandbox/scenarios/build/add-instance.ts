import { newInstance } from "../../services/ec2/instances/new-instance";
import { addInterface } from "./add-interface";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import { type Builder, MADE_AT, named } from "./builder";

/** Makes a running instance with one interface. */
export function addInstance(
  builder: Builder,
  spec: {
    name: string;
    subnet: BuiltSubnet;
    groups: readonly BuiltSecurityGroup[];
    tags?: Record<string, string>;
  },
): void {
  const { regionWorld, ids } = builder;
  const instanceId = ids.id("i");
  const primary = addInterface(builder, {
    subnet: spec.subnet,
    groups: spec.groups,
    type: "interface",
    description: "",
    instanceId,
  });
  newInstance(regionWorld, {
    instanceId,
    primary,
    launchedAt: MADE_AT,
    state: { Code: 16, Name: "running" },
    tags: named(spec.name, spec.tags),
    asked: { ImageId: "ami-0c1c30571d2dae5c9", InstanceType: "t3.small" },
  });
}
