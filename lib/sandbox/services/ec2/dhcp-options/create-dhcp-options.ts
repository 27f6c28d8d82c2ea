import type {
  CreateDhcpOptionsCommandInput,
  CreateDhcpOptionsCommandOutput,
  DhcpConfiguration,
  DhcpOptions,
  NewDhcpConfiguration,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { missingParameter } from "../requests/get-known";
import { addressNumber } from "../requests/parse-cidr";
import { specifiedTags } from "../requests/specified-tags";

function isAddress(text: string): boolean {
  return addressNumber(text) !== undefined;
}

/** Option -> how many values it takes, and which (EC2 API reference: CreateDhcpOptions). */
const OPTIONS: Readonly<Record<string, { max: number; takes: (value: string) => boolean }>> = {
  "domain-name": { max: 1, takes: (value) => value !== "" },
  "domain-name-servers": { max: 4, takes: (value) => value === "AmazonProvidedDNS" || isAddress(value) },
  "ntp-servers": { max: 8, takes: isAddress },
  "netbios-name-servers": { max: 4, takes: isAddress },
  "netbios-node-type": { max: 1, takes: (value) => /^[1248]$/.test(value) },
  "ipv6-address-preferred-lease-time": { max: 1, takes: (value) => /^\d+$/.test(value) },
};

function readConfiguration({ Key: key = "", Values: values = [] }: NewDhcpConfiguration): DhcpConfiguration {
  const option = Object.hasOwn(OPTIONS, key) ? OPTIONS[key] : undefined;
  if (option === undefined) {
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${key}) for parameter name is invalid. Unknown DHCP option`,
    );
  }
  const bad = values.find((value) => !option.takes(value));
  if (values.length === 0 || values.length > option.max || bad !== undefined) {
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${bad ?? values.join(", ")}) for parameter ${key} is invalid.`,
    );
  }
  return { Key: key, Values: values.map((Value) => ({ Value })) };
}

/** Makes a set of DHCP options; sets are never changed, only replaced. */
export const createDhcpOptions: Handler<
  CreateDhcpOptionsCommandInput,
  Answer<CreateDhcpOptionsCommandOutput>
> = ({ regionWorld, ids }, input) => {
  const asked = input.DhcpConfigurations ?? [];
  if (asked.length === 0) throw missingParameter("dhcpConfiguration");
  const configurations = asked.map(readConfiguration);
  const tags = specifiedTags(input.TagSpecifications, "dhcp-options");
  const options: DhcpOptions = {
    DhcpOptionsId: ids.id("dopt"),
    OwnerId: regionWorld.accountId,
    DhcpConfigurations: configurations,
    Tags: tags,
  };
  regionWorld.dhcpOptions.push(options);
  return { DhcpOptions: options };
};
