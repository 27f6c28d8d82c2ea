import { count, inWords } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda looks its groups up with DescribeSecurityGroups and refuses unknown ones (InvalidParameterValueException). */
export const securityGroupsExist: Check = {
  code: "security-groups-exist",
  title: "Security groups",
  evaluate: ({ after, securityGroups }) => {
    if (after === null) return null;
    const absent = securityGroups
      .filter(({ presence }) => presence === "absent")
      .map(({ groupId }) => groupId);
    if (absent.length > 0) {
      return {
        status: "block",
        message: `${inWords(absent)} ${absent.length === 1 ? "does" : "do"} not exist in this account and region. AWS refuses it: “Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group '${absent[0] ?? ""}' does not exist” (\`InvalidParameterValueException\`).`,
        evidence: absent.map((resourceId) => ({ resourceId, fact: "not found" })),
        nextStep: "Choose security groups from the list.",
      };
    }
    const unread = securityGroups.filter(({ presence }) => presence === "unread");
    if (unread.length > 0) {
      return {
        status: "unknown",
        message: `${inWords(unread.map(({ groupId }) => groupId))} could not be looked up.`,
        nextStep: "Allow ec2:DescribeSecurityGroups, then plan again.",
      };
    }
    return pass(`${count(securityGroups.length, "security group")} found.`);
  },
};
