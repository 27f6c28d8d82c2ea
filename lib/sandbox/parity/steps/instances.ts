import { ec2, type Step } from "../step";

const stateIs = (state: string) => ({ until: { at: "Reservations.0.Instances.0.State.Name", is: state } });
const read = (state: string) => ec2("DescribeInstances", { InstanceIds: ["{instance}"] }, stateIs(state));
const readTable = ec2("DescribeRouteTables", { RouteTableIds: ["{forwardTable}"] });
const route = (DestinationCidrBlock: string, InstanceId: string) =>
  ec2("CreateRoute", { RouteTableId: "{forwardTable}", DestinationCidrBlock, InstanceId });

/** An instance that forwards what other subnets send out, in the network that the routes left behind. */
export const instanceSteps: readonly Step[] = [
  ec2(
    "RunInstances",
    {
      ImageId: "ami-03cf127a",
      InstanceType: "t3.micro",
      MinCount: 1,
      MaxCount: 1,
      SubnetId: "{routedSubnet}",
      PrivateIpAddress: "10.70.4.60",
      TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: "forwarder" }] }],
    },
    {
      save: {
        instance: "Instances.0.InstanceId",
        instanceEni: "Instances.0.NetworkInterfaces.0.NetworkInterfaceId",
      },
    },
  ),
  read("running"),
  ec2("DescribeInstances", {
    Filters: [
      { Name: "vpc-id", Values: ["{networkVpc}"] },
      { Name: "instance-state-name", Values: ["running"] },
    ],
  }),
  ec2("DescribeInstances", { InstanceIds: ["i-0123456789abcdef0"] }),
  ec2("ModifyInstanceAttribute", { InstanceId: "{instance}", SourceDestCheck: { Value: false } }),
  ec2("CreateRouteTable", { VpcId: "{networkVpc}" }, { save: { forwardTable: "RouteTable.RouteTableId" } }),
  route("172.21.0.0/16", "i-0123456789abcdef0"),
  route("172.21.0.0/16", "{instance}"),
  readTable,
  ec2("ReplaceRoute", {
    RouteTableId: "{forwardTable}",
    DestinationCidrBlock: "172.21.0.0/16",
    NetworkInterfaceId: "{instanceEni}",
  }),
  readTable,
  ec2("TerminateInstances", { InstanceIds: ["i-0123456789abcdef0"] }),
  ec2("TerminateInstances", { InstanceIds: ["{instance}"] }),
  read("terminated"),
  readTable,
];
