import { count, inWords } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda looks its subnets up with DescribeSubnets and refuses unknown ones (InvalidParameterValueException). */
export const subnetsExist: Check = {
  code: "subnets-exist",
  title: "Subnets",
  evaluate: ({ after, subnets }) => {
    if (after === null) return null;
    const absent = subnets.filter(({ presence }) => presence === "absent").map(({ subnetId }) => subnetId);
    if (absent.length > 0) {
      return {
        status: "block",
        message: `${inWords(absent)} ${absent.length === 1 ? "does" : "do"} not exist in this account and region. AWS refuses it: “Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID '${absent[0] ?? ""}' does not exist” (\`InvalidParameterValueException\`).`,
        evidence: absent.map((resourceId) => ({ resourceId, fact: "not found" })),
        nextStep: "Choose subnets from the list.",
      };
    }
    const unread = subnets.filter(({ presence }) => presence === "unread");
    if (unread.length > 0) {
      return {
        status: "unknown",
        message: `${inWords(unread.map(({ subnetId }) => subnetId))} could not be looked up.`,
        nextStep: "Allow ec2:DescribeSubnets, then plan again.",
      };
    }
    return pass(`${count(subnets.length, "subnet")} found.`);
  },
};
