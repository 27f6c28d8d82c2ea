import { describe, expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { apiPaths } from "@/lib/contract/paths";
import { createOpenapiDocument } from "./openapi";

const document = createOpenapiDocument();
const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.keys(path));

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 and describes every path there is", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(document.paths ?? {}).sort()).toEqual(Object.values(apiPaths).sort());
  });

  it("describes every endpoint, each with its own status and with the errors", () => {
    for (const endpoint of Object.values(endpoints)) {
      const method = endpoint.method === "GET" ? "get" : endpoint.method === "POST" ? "post" : "delete";
      const operation = document.paths?.[endpoint.path]?.[method];
      expect(operation?.operationId).toBe(endpoint.id);
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining([
          String(endpoint.status),
          "400",
          "403",
          "404",
          "409",
          "413",
          "415",
          "502",
          "503",
        ]),
      );
    }
    expect(operations).toHaveLength(Object.keys(endpoints).length + 3);
  });

  it("states how large a question may be", () => {
    const matrix = document.paths?.["/api/reachability/matrix"]?.post;
    expect(matrix?.requestBody).toMatchObject({ description: "At most 512 KiB: a larger one is 413." });
    const { MatrixQuestion: question } = document.components?.schemas ?? {};
    expect(question).toMatchObject({
      description: "At most 250000 connections times destinations; more are 413.",
      properties: { destinations: { maxItems: 1000 } },
    });
    expect(document.components?.schemas?.["FlowQuestion"]).toMatchObject({
      additionalProperties: false,
      properties: { source: { minProperties: 1, maxProperties: 1 } },
    });
  });

  it("names path parameters and streams", () => {
    expect(document.paths?.["/api/operations/{id}"]?.get?.parameters).toMatchObject([
      { in: "path", name: "id", required: true },
    ]);
    expect(document.paths?.["/api/events"]?.get?.responses?.["200"]).toMatchObject({
      content: { "text/event-stream": {} },
    });
  });

  it("refers to no schema that it does not hold", () => {
    const text = JSON.stringify(document);
    const referred = new Set(
      [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name),
    );
    expect(referred.size).toBeGreaterThan(5);
    expect(
      [...referred].filter((name) => !Object.hasOwn(document.components?.schemas ?? {}, name ?? "")),
    ).toEqual([]);
  });
});
