import { describe, expect, it } from "vitest";
import { buildLambdaWorld, refusalOf, SETTLED_MS } from "../lambda-world.test-builder";
import { listTags } from "./list-tags";
import { tagResource } from "./tag-resource";
import { untagResource } from "./untag-resource";

const Resource = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

describe("tagResource, untagResource and listTags", () => {
  it("add, overwrite and remove", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction({ Tags: { team: "shop", stage: "test" } });
    tagResource(context, { Resource, Tags: { stage: "prod", cost: "1" } });
    untagResource(context, { Resource, TagKeys: ["team", "absent"] });
    expect(listTags(context, { Resource })).toEqual({ Tags: { stage: "prod", cost: "1" } });
  });

  it("refuse tagging while an update is in progress, and only then", () => {
    const { context, givenFunction, update, elapse } = buildLambdaWorld();
    givenFunction();
    update({ Timeout: 9 });
    expect(refusalOf(() => tagResource(context, { Resource, Tags: { a: "b" } }))).toMatchObject({
      code: "ResourceConflictException",
      message: `The operation cannot be performed at this time. An update is in progress for resource: ${Resource}`,
    });
    elapse(SETTLED_MS);
    expect(tagResource(context, { Resource, Tags: { a: "b" } })).toEqual({});
  });

  it("refuse plain names, versions, unknown functions, 51 tags and AWS's own prefix", () => {
    const { context, givenFunction } = buildLambdaWorld();
    givenFunction({ Publish: true });
    const codeOf = (resource: string, Tags: Record<string, string> = { a: "b" }) =>
      refusalOf(() => tagResource(context, { Resource: resource, Tags })).code;
    const tooMany = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, "v"]));
    expect(codeOf("orders")).toBe("ValidationException");
    expect(codeOf(`${Resource}:1`)).toBe("InvalidParameterValueException");
    expect(codeOf(`${Resource}s`)).toBe("ResourceNotFoundException");
    expect(codeOf(Resource, tooMany)).toBe("InvalidParameterValueException");
    expect(codeOf(Resource, { "aws:x": "y" })).toBe("InvalidParameterValueException");
  });
});
