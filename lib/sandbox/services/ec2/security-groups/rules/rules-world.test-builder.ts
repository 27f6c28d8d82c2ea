import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  type IpPermission,
  type SecurityGroup,
  type SecurityGroupRule,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

/** What the tests of a group's rules work on; each test has a group of its own, each file a sandbox. */
export interface RulesWorld {
  readonly sandbox: TestSandbox;
  readonly ec2: EC2Client;
  readonly vpcId: string;
  readonly GroupId: string;
  createGroup(VpcId?: string): Promise<string>;
  /** Authorizes what comes in. */
  allow(...IpPermissions: IpPermission[]): Promise<SecurityGroupRule[]>;
  read(): Promise<SecurityGroup | undefined>;
  readRules(isEgress?: boolean): Promise<SecurityGroupRule[]>;
}

export const permission = (cidr: string, port = 443, Description?: string): IpPermission => ({
  IpProtocol: "tcp",
  FromPort: port,
  ToPort: port,
  IpRanges: [{ CidrIp: cidr, Description }],
});

/** Registers the hooks; what it gives may be used inside tests only. */
export function withRulesWorld(): RulesWorld {
  let sandbox: TestSandbox;
  let ec2: EC2Client;
  let GroupId: string;
  let count = 0;
  const vpcId = () => sandbox.regionWorld().vpcs[0]?.VpcId ?? "none";

  const createGroup = async (VpcId = vpcId()): Promise<string> => {
    count += 1;
    const created = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: `rules-${String(count)}`, Description: "test", VpcId }),
    );
    return created.GroupId ?? "none";
  };
  beforeAll(async () => {
    sandbox = await startSandbox();
    ec2 = new EC2Client(sandbox.clientConfig());
  });
  beforeEach(async () => {
    GroupId = await createGroup();
  });
  afterAll(() => sandbox.close());

  return {
    get sandbox() {
      return sandbox;
    },
    get ec2() {
      return ec2;
    },
    get vpcId() {
      return vpcId();
    },
    get GroupId() {
      return GroupId;
    },
    createGroup,
    allow: async (...IpPermissions) => {
      const answer = await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
      return answer.SecurityGroupRules ?? [];
    },
    read: async () => {
      const answer = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
      return answer.SecurityGroups?.[0];
    },
    readRules: async (isEgress = false) => {
      const Filters = [{ Name: "group-id", Values: [GroupId] }];
      const answer = await ec2.send(new DescribeSecurityGroupRulesCommand({ Filters }));
      return (answer.SecurityGroupRules ?? []).filter((rule) => rule.IsEgress === isEgress);
    },
  };
}
