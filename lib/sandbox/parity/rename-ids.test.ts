import { describe, expect, it } from "vitest";
import { createRenamer } from "./rename-ids";

describe("renaming ids", () => {
  it("names each made-up value by its kind and the order of its appearance", () => {
    const { rename } = createRenamer([]);
    expect(rename("vpc-0123456789abcdef0 has subnet-0123456789abcdef1")).toBe("vpc#1 has subnet#1");
    expect(rename("subnet-0123456789abcdef2")).toBe("subnet#2");
    expect(rename("arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0123456789abcdef0")).toBe(
      "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc#1",
    );
    expect(rename("tgw-attach-0123456789abcdef0, vpc-1a2b3c4d")).toBe("tgw-attach#1, vpc#2");
    expect(rename("vpce-0123456789abcdef0-1a2b3c4d.sqs.example")).toBe("vpce#1-suffix#1.sqs.example");
    expect(rename("AROA4DMKTYK62WUVJXEJO by 0a:1b:2c:3d:4e:5f")).toBe("AROA#1 by mac#1");
  });

  it("leaves what is no id", () => {
    const text =
      "eu-west-1a: arn:aws:lambda:eu-west-1::runtime, com.amazonaws.eu-west-1.s3, role/parity/role-1, 2012-10-17, vpc-peering";
    expect(createRenamer([]).rename(text)).toBe(text);
  });

  it("keeps the addresses that the script gave, and names those that a side chose", () => {
    const { rename } = createRenamer(["10.1.0.0/16", "10.1.1.40"]);
    expect(rename("10.1.0.0/16 10.1.1.40 10.1.1.41")).toBe("10.1.0.0/16 10.1.1.40 ip#1");
    expect(rename("ip-10-1-1-41.eu-west-1.compute.internal")).toBe("ip-ip#1.eu-west-1.compute.internal");
  });

  it("knows what the script saved by its name, and leaves the ids that the script made up", () => {
    const { rename } = createRenamer(["vpc-0123456789abcdef0"], new Map([["main", "vpc-0aaaaaaaaaaaaaaaa"]]));
    expect(rename("vpc-0aaaaaaaaaaaaaaaa vpc-0123456789abcdef0 vpc-0bbbbbbbbbbbbbbbb")).toBe(
      "{main} vpc-0123456789abcdef0 vpc#1",
    );
  });

  it("can look without naming", () => {
    const { peek, rename } = createRenamer([]);
    expect(peek("vpc-0123456789abcdef0")).toBe("vpc#?");
    rename("vpc-0123456789abcdef0");
    expect(peek("vpc-0123456789abcdef0")).toBe("vpc#1");
  });
});
