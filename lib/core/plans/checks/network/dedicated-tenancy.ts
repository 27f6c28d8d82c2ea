import { nameAndId } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda Developer Guide, "Configuring VPC": functions cannot be connected to a VPC with dedicated tenancy. */
export const dedicatedTenancy: Check = {
  code: "dedicated-tenancy",
  title: "Tenancy of the VPC",
  evaluate: ({ after, vpc }) => {
    if (after === null || vpc === null) return null;
    const name = nameAndId(vpc.name, vpc.vpcId);
    if (vpc.ineligibleReason !== null) {
      return {
        status: "block",
        message: `${name} cannot be used: ${vpc.ineligibleReason} AWS refuses it (\`InvalidParameterValueException\`).`,
        evidence: [{ resourceId: vpc.vpcId, fact: `InstanceTenancy ${vpc.instanceTenancy ?? "not read"}` }],
        nextStep: "Attach to a VPC of default tenancy and peer it with this one.",
      };
    }
    if (vpc.instanceTenancy === null) {
      return { status: "unknown", message: `The tenancy of ${name} could not be read.` };
    }
    return pass(`${name} has ${vpc.instanceTenancy} tenancy.`);
  },
};
