import { addExecutionRole } from "../build/add-role";
import type { Builder } from "../build/builder";

/** Execution roles, by ARN. */
export interface DemoRoles {
  /** May make interfaces. */
  vpc: string;
  /** May make interfaces, by a policy of its own. */
  vpcInline: string;
  /** May only log. */
  basic: string;
  /** Lost its rights over interfaces after its function was attached. */
  legacyReport: string;
}

const INTERFACE_ACTIONS = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];

/** The roles of the functions. */
export function buildRoles(builder: Builder): DemoRoles {
  return {
    vpc: addExecutionRole(builder, { name: "lambda-vpc-role", managed: ["AWSLambdaVPCAccessExecutionRole"] }),
    vpcInline: addExecutionRole(builder, {
      name: "payments-role",
      managed: ["AWSLambdaBasicExecutionRole"],
      inline: {
        "network-interfaces": {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: INTERFACE_ACTIONS, Resource: "*" }],
        },
      },
    }),
    basic: addExecutionRole(builder, { name: "lambda-basic-role", managed: ["AWSLambdaBasicExecutionRole"] }),
    legacyReport: addExecutionRole(builder, {
      name: "legacy-report-role",
      managed: ["AWSLambdaBasicExecutionRole"],
      inline: {
        "read-reports": {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::harbor-reports/*" }],
        },
      },
    }),
  };
}
