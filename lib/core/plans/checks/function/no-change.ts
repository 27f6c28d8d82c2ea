import { isSameAttachment } from "../../../network/vpc-config";
import { pass, type Check } from "../check";

/** Shows a plan that changes nothing as what it is. */
export const noChange: Check = {
  code: "no-change",
  title: "What changes",
  evaluate: ({ kind, before, after }) => {
    if (kind === "create-function") return null;
    if (!isSameAttachment(before, after)) return pass("The function is not yet as asked for.");
    return pass(
      after === null
        ? "The function is not attached to a VPC already: nothing will be done."
        : "The function already has these subnets, security groups and IPv6 setting: nothing will be done.",
    );
  },
};
