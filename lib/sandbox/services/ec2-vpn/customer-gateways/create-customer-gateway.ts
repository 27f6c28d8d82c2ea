import type {
  CreateCustomerGatewayCommandInput,
  CreateCustomerGatewayCommandOutput,
  CustomerGateway,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { parseCidr } from "../../ec2/requests/parse-cidr";
import { specifiedTags } from "../../ec2/requests/specified-tags";
import { invalidParameter } from "../../ec2-transit/lookup/transit-errors";
import { checkVpnType } from "../check-vpn-type";

/** "Customer gateways per Region" of the VPN quotas. */
const GATEWAYS_PER_REGION = 50;
const MAX_ASN = 2_147_483_647;

/** The device's number: `BgpAsnExtended` takes over where `BgpAsn` ends. */
function toAsn({ BgpAsn: asn, BgpAsnExtended: extended }: CreateCustomerGatewayCommandInput): number {
  if (asn !== undefined && extended !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The parameters BgpAsn and BgpAsnExtended cannot be used together.",
    );
  }
  const isValid =
    extended === undefined
      ? (asn ?? 65_000) >= 1 && (asn ?? 65_000) <= MAX_ASN
      : extended > MAX_ASN && extended <= 4_294_967_295;
  const number = extended ?? asn ?? 65_000;
  if (!isValid) throw invalidParameter(`Value (${String(number)}) for parameter bgpAsn is invalid.`);
  return number;
}

/** Makes a customer gateway; the same request again gives the same one ("CreateCustomerGateway" of the reference). */
export const createCustomerGateway: Handler<
  CreateCustomerGatewayCommandInput,
  Answer<CreateCustomerGatewayCommandOutput>
> = ({ regionWorld, ids }, input) => {
  const Type = checkVpnType(input.Type);
  const number = toAsn(input);
  const address = input.IpAddress ?? input.PublicIp;
  if (address === undefined && input.CertificateArn === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the parameter ipAddress");
  }
  if (address !== undefined && parseCidr(`${address}/32`) === undefined) {
    throw invalidParameter(`Value (${address}) for parameter ipAddress is invalid.`);
  }
  const Tags = specifiedTags(input.TagSpecifications, "customer-gateway");
  const living = regionWorld.transit.customerGateways.filter((other) => other.State !== "deleted");
  const asn = String(number);
  const same = living.find(
    (other) =>
      other.IpAddress === address &&
      (other.BgpAsn ?? other.BgpAsnExtended) === asn &&
      other.CertificateArn === input.CertificateArn,
  );
  if (same !== undefined) return { CustomerGateway: same };
  if (living.length >= GATEWAYS_PER_REGION) {
    throw new AwsError(
      "CustomerGatewayLimitExceeded",
      "The maximum number of customer gateways has been reached.",
    );
  }
  const gateway: CustomerGateway = {
    CustomerGatewayId: ids.id("cgw"),
    State: "available",
    Type,
    ...(number > MAX_ASN ? { BgpAsnExtended: asn } : { BgpAsn: asn }),
    ...(address === undefined ? {} : { IpAddress: address }),
    ...(input.CertificateArn === undefined ? {} : { CertificateArn: input.CertificateArn }),
    ...(input.DeviceName === undefined ? {} : { DeviceName: input.DeviceName }),
    Tags,
  };
  regionWorld.transit.customerGateways.push(gateway);
  return { CustomerGateway: gateway };
};
