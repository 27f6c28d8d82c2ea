import { ec2, type Step } from "../../step";

const ofMain = { Name: "vpc-id", Values: ["{vpc}"] };

/** Tags put on and taken off what already exists. */
export const tagSteps: readonly Step[] = [
  ec2("CreateTags", {
    Resources: ["{vpc}", "{publicA}"],
    Tags: [
      { Key: "Stage", Value: "test" },
      { Key: "Empty", Value: "" },
    ],
  }),
  ec2("DescribeVpcs", { VpcIds: ["{vpc}"] }),
  ec2("DescribeSubnets", { Filters: [ofMain, { Name: "tag:Stage", Values: ["test"] }] }),
  ec2("CreateTags", { Resources: ["{vpc}"], Tags: [{ Key: "Stage", Value: "live" }] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "tag:Stage", Values: ["live"] }] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "tag:Stage", Values: ["test"] }] }),
  ec2("CreateTags", { Resources: ["vpc-0123456789abcdef0"], Tags: [{ Key: "Stage", Value: "live" }] }),
  ec2("DescribeTags", { Filters: [{ Name: "resource-id", Values: ["{vpc}"] }] }),
  ec2("DescribeTags", {
    Filters: [
      { Name: "resource-type", Values: ["subnet"] },
      { Name: "key", Values: ["Stage"] },
    ],
  }),
  ec2("DescribeTags", { Filters: [{ Name: "value", Values: ["live"] }] }),
  ec2("DeleteTags", { Resources: ["{vpc}"], Tags: [{ Key: "Stage", Value: "test" }] }),
  ec2("DescribeVpcs", { Filters: [{ Name: "tag:Stage", Values: ["live"] }] }),
  ec2("DeleteTags", { Resources: ["{vpc}"], Tags: [{ Key: "Stage" }, { Key: "Empty", Value: "" }] }),
  ec2("DescribeVpcs", { VpcIds: ["{vpc}"] }),
];
