import type { ModifySubnetAttributeCommandInput, Subnet } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { findIpv6CidrBlock } from "../../../lambda-interfaces/allocate-ipv6-address";
import { getKnown } from "../requests/get-known";
import { subnetCollection } from "./describe-subnets";

type Change = (subnet: Subnet) => void;

function changePrivateNames(change: NonNullable<Subnet["PrivateDnsNameOptionsOnLaunch"]>): Change {
  return (subnet) => {
    subnet.PrivateDnsNameOptionsOnLaunch = { ...subnet.PrivateDnsNameOptionsOnLaunch, ...change };
  };
}

/** What a request asks to change: each attribute that it names. */
function readChanges(input: ModifySubnetAttributeCommandInput): Change[] {
  const { EnableLniAtDeviceIndex: index, PrivateDnsHostnameTypeOnLaunch: hostnameType } = input;
  const named: [boolean | undefined, (value: boolean) => Change][] = [
    [input.AssignIpv6AddressOnCreation?.Value, (value) => (s) => (s.AssignIpv6AddressOnCreation = value)],
    [input.MapPublicIpOnLaunch?.Value, (value) => (s) => (s.MapPublicIpOnLaunch = value)],
    [input.MapCustomerOwnedIpOnLaunch?.Value, (value) => (s) => (s.MapCustomerOwnedIpOnLaunch = value)],
    [input.EnableDns64?.Value, (value) => (s) => (s.EnableDns64 = value)],
    [
      input.EnableResourceNameDnsARecordOnLaunch?.Value,
      (value) => changePrivateNames({ EnableResourceNameDnsARecord: value }),
    ],
    [
      input.EnableResourceNameDnsAAAARecordOnLaunch?.Value,
      (value) => changePrivateNames({ EnableResourceNameDnsAAAARecord: value }),
    ],
    [input.DisableLniAtDeviceIndex?.Value, () => (s) => delete s.EnableLniAtDeviceIndex],
  ];
  return [
    ...named.flatMap(([value, toChange]) => (value === undefined ? [] : [toChange(value)])),
    ...(hostnameType === undefined ? [] : [changePrivateNames({ HostnameType: hostnameType })]),
    ...(index === undefined ? [] : [(subnet: Subnet) => (subnet.EnableLniAtDeviceIndex = index)]),
  ];
}

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

function checkChange(subnet: Subnet, input: ModifySubnetAttributeCommandInput): void {
  const id = subnet.SubnetId ?? "";
  if (input.AssignIpv6AddressOnCreation?.Value === true && findIpv6CidrBlock(subnet) === undefined) {
    refuse(`Invalid value 'true' for assignIpv6AddressOnCreation. Subnet ${id} has no IPv6 CIDR block.`);
  }
  if (input.MapPublicIpOnLaunch?.Value === true && subnet.Ipv6Native === true) {
    refuse(`Invalid value 'true' for mapPublicIpOnLaunch. Subnet ${id} is for IPv6 only.`);
  }
  if (input.PrivateDnsHostnameTypeOnLaunch === "ip-name" && subnet.Ipv6Native === true) {
    refuse(`Invalid value 'ip-name' for privateDnsHostnameTypeOnLaunch. Subnet ${id} is for IPv6 only.`);
  }
  if (input.MapCustomerOwnedIpOnLaunch?.Value === true && subnet.OutpostArn === undefined) {
    refuse(`Invalid value 'true' for mapCustomerOwnedIpOnLaunch. Subnet ${id} is not on an Outpost.`);
  }
}

/** Changes one attribute: "Modifies a subnet attribute. You can only modify one attribute at a time." */
export const modifySubnetAttribute: Handler<ModifySubnetAttributeCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const subnet = getKnown(regionWorld.subnets, subnetCollection, input.SubnetId, "subnetId");
  const [change, second] = readChanges(input);
  if (change === undefined) throw new AwsError("InvalidParameterCombination", "No attributes specified.");
  if (second !== undefined) {
    throw new AwsError("InvalidParameterCombination", "Fields for multiple attribute types specified");
  }
  checkChange(subnet, input);
  change(subnet);
  return {};
};
