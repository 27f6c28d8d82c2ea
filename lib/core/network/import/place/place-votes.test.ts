import { describe, expect, it } from "vitest";
import { createPlaceVotes, voteForPlace, winner } from "./place-votes";

function placeOf(...resources: Record<string, unknown>[]): [string | null, string | null] {
  const votes = createPlaceVotes();
  for (const resource of resources) voteForPlace(votes, resource);
  return [winner(votes.accounts), winner(votes.regions)];
}

describe("the place of resources", () => {
  it.each([
    [{ OwnerId: "111122223333" }, "111122223333", null],
    [{ OwnerId: "AWS" }, null, null],
    [{ FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:a" }, "111122223333", "eu-west-1"],
    [{ Role: "arn:aws:iam::111122223333:role/a" }, "111122223333", null],
    [{ PrefixListArn: "arn:aws:ec2:us-east-1:aws:prefix-list/pl-1" }, null, "us-east-1"],
    [{ AvailabilityZone: "us-west-2b" }, null, "us-west-2"],
    [{ AvailabilityZone: "us-west-2-lax-1a" }, null, "us-west-2"],
    [{ AvailabilityZone: "us-gov-east-1c" }, null, "us-gov-east-1"],
    [{ RegionName: "eu-north-1" }, null, "eu-north-1"],
    [{ ServiceName: "com.amazonaws.ap-south-1.s3" }, null, "ap-south-1"],
    [
      { Instances: [{ Placement: { AvailabilityZone: "eu-west-3a" } }, {}, null, { Placement: {} }] },
      null,
      "eu-west-3",
    ],
    [{ Instances: "none", Size: 3 }, null, null],
  ])("is read from %j", (resource, account, region) => {
    expect(placeOf(resource)).toEqual([account, region]);
  });

  it("is what most of them name, and of equals always the same", () => {
    const a = { OwnerId: "111111111111" };
    const b = { OwnerId: "222222222222" };
    expect(placeOf(a, b, b)[0]).toBe("222222222222");
    expect(placeOf(b, a)[0]).toBe(placeOf(a, b)[0]);
  });
});
