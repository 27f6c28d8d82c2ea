import { count } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda API reference, VpcConfig: 0 to 16 subnets, 0 to 5 groups. More is refused before a plan is made. */
export const limits: Check = {
  code: "limits",
  title: "Lambda's limits",
  evaluate: ({ after }) =>
    after === null
      ? null
      : pass(
          `${count(after.subnetIds.length, "subnet")} of at most 16, ${count(after.securityGroupIds.length, "security group")} of at most 5.`,
        ),
};
