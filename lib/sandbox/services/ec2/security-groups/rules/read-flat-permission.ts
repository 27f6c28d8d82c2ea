import type { IpPermission } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";

/** The members by which a single rule was written before there were IpPermissions. Inbound rules still take them. */
export interface FlatPermission {
  IpPermissions?: IpPermission[] | undefined;
  CidrIp?: string | undefined;
  FromPort?: number | undefined;
  ToPort?: number | undefined;
  IpProtocol?: string | undefined;
  SourceSecurityGroupName?: string | undefined;
  SourceSecurityGroupOwnerId?: string | undefined;
}

/** "The rule grants full ICMP, UDP, and TCP access" (EC2 API reference: SourceSecurityGroupName). */
const FULL_ACCESS = [
  { IpProtocol: "tcp", FromPort: 0, ToPort: 65_535 },
  { IpProtocol: "udp", FromPort: 0, ToPort: 65_535 },
  { IpProtocol: "icmp", FromPort: -1, ToPort: -1 },
];

function refuse(message: string): never {
  throw new AwsError("InvalidParameterCombination", message);
}

/** The permissions of a request, whichever way it writes them; none where it has none. */
export function readFlatPermission(input: FlatPermission): IpPermission[] {
  const { CidrIp, FromPort, ToPort, IpProtocol, SourceSecurityGroupName: source } = input;
  const isFlat = [CidrIp, FromPort, ToPort, IpProtocol, source].some((member) => member !== undefined);
  if (!isFlat) return input.IpPermissions ?? [];
  if (input.IpPermissions !== undefined && input.IpPermissions.length > 0) {
    refuse("The parameter ipPermissions cannot be used with the parameters of a single rule.");
  }
  if (source !== undefined) {
    if ([CidrIp, FromPort, ToPort, IpProtocol].some((member) => member !== undefined)) {
      refuse("The parameter sourceSecurityGroupName cannot be used with a CIDR range, a protocol or ports.");
    }
    return FULL_ACCESS.map((ports) => ({ ...ports, UserIdGroupPairs: [{ GroupName: source }] }));
  }
  return [
    {
      IpProtocol: IpProtocol ?? "",
      FromPort,
      ToPort,
      ...(CidrIp === undefined ? {} : { IpRanges: [{ CidrIp }] }),
    },
  ];
}
