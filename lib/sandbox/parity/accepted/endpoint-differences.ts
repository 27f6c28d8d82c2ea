import type { DifferenceRow } from "../accepted-difference";
import { CLI_EXAMPLES, EC2_MODEL, ERROR_CODES, recorded, TERRAFORM_CODES } from "./sources";

const READS = ["output.VpcEndpoint", "output.VpcEndpoints[]"];
const each = (member: string) => READS.map((at) => `${at}.${member}`);
const RECORDED_GATEWAY = recorded("batfish/test-vpc-endpoint-gateway/us-east-1/DescribeVpcEndpoints.json");
const RECORDED_INTERFACE = recorded("cloud-custodian/test_vpce_sg_filter/ec2.DescribeVpcEndpoints_1.json");
const INTERFACES = ["DescribeNetworkInterfaces"];
const OWN_INTERFACE = recorded(
  "cloud-custodian/test_security_group_used/ec2.DescribeNetworkInterfaces_1.json",
);

/** Where moto's endpoints are not AWS's. */
export const endpointDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-differs",
    at: each("PolicyDocument"),
    moto: /^\{"Version": "2008-10-17", /,
    sandbox: /^\{"Version":"2008-10-17",/,
    because: "the default policy is printed without spaces",
    source: RECORDED_GATEWAY,
  },
  {
    reason: "moto-differs",
    at: each("PrivateDnsEnabled"),
    moto: true,
    sandbox: false,
    because: "a gateway endpoint has no private DNS",
    source: RECORDED_GATEWAY,
  },
  {
    reason: "moto-lacks",
    at: each("RequesterManaged"),
    moto: undefined,
    sandbox: false,
    because: "AWS says whether a service manages the endpoint",
    source: RECORDED_GATEWAY,
  },
  ...[
    { member: "ServiceRegion", sandbox: "eu-west-1" },
    { member: "DnsOptions", sandbox: { DnsRecordIpType: "ipv4" } },
    { member: "IpAddressType", sandbox: "ipv4" },
  ].map(({ member, sandbox }): DifferenceRow => ({
    reason: "moto-lacks",
    at: each(member),
    moto: undefined,
    sandbox,
    because: "the recordings are older than the member; we trust the type",
    source: `SDK type VpcEndpoint.${member}`,
  })),
  {
    reason: "moto-differs",
    at: each("DnsEntries[].DnsName"),
    moto: /^\{interfaceEndpoint\}-suffix#\d+\.com\.amazonaws\.eu-west-1\.sqs$/,
    sandbox: "sqs.eu-west-1.amazonaws.com",
    because: "the service's own name is among an endpoint's where DNS is private",
    source: RECORDED_INTERFACE,
  },
  {
    reason: "moto-lacks",
    at: each("DnsEntries[]"),
    moto: undefined,
    sandbox:
      /"DnsName":"\{interfaceEndpoint\}-suffix#\d+(?:-eu-west-1[ab])?\.sqs\.eu-west-1\.vpce\.amazonaws\.com"/,
    because: "the endpoint has a name of its own and one for each zone",
    source: RECORDED_INTERFACE,
  },
  {
    reason: "moto-is-instant",
    in: ["CreateVpcEndpoint"],
    at: "output.VpcEndpoint.State",
    moto: "available",
    sandbox: "pending",
    because: "an interface endpoint is pending before it is available",
    source: `${CLI_EXAMPLES}/ec2/create-vpc-endpoint.rst`,
  },
  {
    reason: "moto-differs",
    in: ["DescribeVpcEndpoints", "ModifyVpcEndpoint"],
    at: "error.message",
    moto: "The VpcEndPoint ID 'vpce-0123456789abcdef0' does not exist",
    sandbox: "The Vpc Endpoint Id 'vpce-0123456789abcdef0' does not exist",
    because: "no AWS document found for the words; several public repositories quote ours of a real answer",
    source: `${ERROR_CODES}: InvalidVpcEndpointId.NotFound (the code)`,
  },
  {
    reason: "moto-crashes",
    in: ["DescribeVpcEndpoints"],
    at: "error",
    moto: "500 Error",
    sandbox: "200",
    because: "vpc-endpoint-id is a filter",
    source: "SDK type DescribeVpcEndpointsRequest.Filters",
  },
  ...[
    { member: "Description", moto: "", sandbox: "VPC Endpoint Interface {interfaceEndpoint}" },
    { member: "Groups[].GroupId", moto: "{networkDefault}", sandbox: "{endpointGroup}" },
    { member: "Groups[].GroupName", moto: "default", sandbox: "endpointGroup" },
    { member: "InterfaceType", moto: "interface", sandbox: "vpc_endpoint" },
    { member: "RequesterId", moto: "AIDA#1", sandbox: "123456789012" },
    { member: "RequesterManaged", moto: false, sandbox: true },
    { member: "Status", moto: "available", sandbox: "in-use" },
    { member: "Attachment", moto: undefined, sandbox: /"InstanceOwnerId":"amazon-aws","Status":"attached"/ },
  ].map(({ member, moto, sandbox }): DifferenceRow => ({
    reason: "moto-differs",
    in: INTERFACES,
    at: `output.NetworkInterfaces[].${member}`,
    moto,
    sandbox,
    because: "an endpoint's interface is AWS's own, attached, and has the endpoint's groups",
    source: OWN_INTERFACE,
  })),
  {
    reason: "moto-lacks",
    in: ["DescribeRouteTables"],
    at: "output.RouteTables[].Routes[]",
    moto: undefined,
    sandbox: /"DestinationPrefixListId":"pl#\d+","GatewayId":"\{gatewayEndpoint\}"/,
    because: "a table that an endpoint is given later gets its route too",
    source: "aws-facts 6.9; SDK type ModifyVpcEndpointRequest.AddRouteTableIds",
  },
  {
    reason: "moto-lacks",
    in: ["DescribeVpcEndpoints"],
    at: "output.VpcEndpoints[].NetworkInterfaceIds[]",
    moto: undefined,
    sandbox: /^eni#\d+$/,
    because: "a subnet that an endpoint is given later has an interface of it too",
    source: "SDK type ModifyVpcEndpointRequest.AddSubnetIds",
  },
  {
    reason: "moto-lets-pass",
    in: ["DeleteVpcEndpoints"],
    at: "output.Unsuccessful[]",
    moto: undefined,
    sandbox: /"Code":"InvalidVpcEndpoint\.NotFound"/,
    because:
      "the answer lists what could not be deleted; of the two codes that EC2 has, this is the one that Terraform's provider expects here",
    source: `${CLI_EXAMPLES}/ec2/delete-vpc-endpoints.rst; ${TERRAFORM_CODES}; ${EC2_MODEL}: DeleteVpcEndpoints`,
  },
];
