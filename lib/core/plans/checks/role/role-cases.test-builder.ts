import { type CheckCase } from "../check-cases.test-builder";

/** What the execution role may. */
export const roleCases: readonly CheckCase[] = [
  ["execution-role", "all six", {}, "pass", "all six"],
  [
    "execution-role",
    "cannot create",
    {
      role: {
        roleArn: "arn:aws:iam::1:role/r",
        denied: { status: "read", value: ["ec2:CreateNetworkInterface"] },
      },
    },
    "block",
    "does not have permissions to call CreateNetworkInterface on EC2",
  ],
  [
    "execution-role",
    "cannot clean up",
    {
      role: {
        roleArn: "arn:aws:iam::1:role/r",
        denied: { status: "read", value: ["ec2:DeleteNetworkInterface"] },
      },
    },
    "warn",
    "ec2:DeleteNetworkInterface",
  ],
  [
    "execution-role",
    "not simulated",
    {
      role: {
        roleArn: "arn:aws:iam::1:role/r",
        denied: { status: "unread", reason: "AccessDenied iam:SimulatePrincipalPolicy" },
      },
    },
    "unknown",
    "could not simulate: AccessDenied iam:SimulatePrincipalPolicy",
  ],
  ["execution-role", "no role read", { role: null }, "unknown", "could not be read"],
];
