import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());

const FORM = "application/x-www-form-urlencoded";

async function post(
  body: string | Uint8Array<ArrayBuffer>,
  options: { service?: string; path?: string; region?: string } = {},
) {
  const { service, path = "/", region } = options;
  const response = await fetch(`${sandbox.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": FORM,
      ...(service === undefined
        ? {}
        : signedHeaders(region === undefined ? { service } : { service, region })),
    },
    body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function isAlive(): Promise<boolean> {
  const answer = await post("Action=DescribeVpcs&Version=2016-11-15", { service: "ec2" });
  return answer.status === 200 && answer.text.includes("<vpcSet/>");
}

describe("requests that are wrong in themselves get AWS's error, and the server lives on", () => {
  it("a form that is binary", async () => {
    const noise = new Uint8Array(4096).map((_byte, index) => (index * 31) % 256);
    const answer = await post(noise, { service: "ec2" });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("<Code>MissingAction</Code>");
    expect(answer.text).toMatch(/<RequestID>[0-9a-f-]{36}<\/RequestID><\/Response>$/);
    expect(await isAlive()).toBe(true);
  });

  it("a form of 10 MB", async () => {
    const answer = await post(`Action=DescribeVpcs&Version=2016-11-15&X=${"x".repeat(10 * 1024 * 1024)}`, {
      service: "ec2",
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("<Code>RequestEntityTooLarge</Code>");
    expect(await isAlive()).toBe(true);
  });

  it.each([
    ["MaxResults=many", "InvalidParameterValue"],
    ["DryRun=perhaps", "InvalidParameterValue"],
    ["Colour=red", "UnknownParameter"],
    ["Filter.1.Name=__proto__&Filter.1.Value.1=x", "InvalidParameterValue"],
    [`${"A.".repeat(5000)}B=1`, "UnknownParameter"],
  ])("a parameter %s", async (parameter, code) => {
    const answer = await post(`Action=DescribeVpcs&Version=2016-11-15&${parameter}`, { service: "ec2" });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`<Code>${code}</Code>`);
  });

  it("a required parameter left out, in each dialect", async () => {
    const ec2 = await post("Action=DescribeVpcAttribute&Version=2016-11-15", { service: "ec2" });
    expect(ec2.text).toContain("<Code>MissingParameter</Code>");
    const iam = await post("Action=GetRole&Version=2010-05-08", { service: "iam" });
    expect(iam.status).toBe(400);
    expect(iam.text).toMatch(
      /^<\?xml[^>]*>\n<ErrorResponse xmlns="https:\/\/iam.amazonaws.com\/doc\/2010-05-08\/"><Error><Type>Sender<\/Type><Code>ValidationError<\/Code>/,
    );
  });

  it("an action that no service knows, escaped in the answer", async () => {
    const answer = await post("Action=%3Cscript%3E&Version=2016-11-15", { service: "ec2" });
    expect(answer.text).toContain("The action &lt;script&gt; is not valid for this web service.");
  });

  it.each([
    ['{"FunctionName":', 400, "InvalidRequestContentException"],
    ['{"FunctionName":"f","Role":7}', 400, "SerializationException"],
    ['{"FunctionName":"f","Role":"r","Code":[]}', 400, "SerializationException"],
    ["[]", 400, "SerializationException"],
    ['"text"', 400, "SerializationException"],
    ["\u0000\u0001\u0002", 400, "InvalidRequestContentException"],
    ["{}", 400, "ValidationException"],
  ])("a JSON body %j", async (body, status, code) => {
    const answer = await post(body, { service: "lambda", path: "/2015-03-31/functions" });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-amzn-errortype")).toBe(code);
    expect(answer.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("a path that Lambda does not have, or that is broken", async () => {
    for (const path of ["/2015-03-31/nothing", "/2015-03-31/functions/%E0%A4%A/configuration", "/"]) {
      const answer = await post("{}", { service: "lambda", path });
      expect(answer.status).toBe(404);
      expect(answer.headers.get("x-amzn-errortype")).toBe("UnknownOperationException");
    }
  });

  it("a request that breaks off in the middle", async () => {
    const port = Number(new URL(sandbox.url).port);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n\r\nAction=Desc`, () => {
          socket.destroy();
          resolve();
        });
      });
      socket.on("error", reject);
    });
    expect(await isAlive()).toBe(true);
  });
});

describe("requests that nobody signed, or for nowhere", () => {
  it("are refused in the words of the service that they are for", async () => {
    const ec2 = await post("Action=DescribeVpcs&Version=2016-11-15");
    expect(ec2.status).toBe(401);
    expect(ec2.text).toContain("<Code>AuthFailure</Code>");
    const sts = await post("Action=GetCallerIdentity&Version=2011-06-15");
    expect(sts.status).toBe(403);
    expect(sts.text).toContain("<Code>MissingAuthenticationToken</Code>");
    const lambda = await fetch(`${sandbox.url}/2015-03-31/functions`);
    expect(lambda.status).toBe(403);
    expect(lambda.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
  });

  it("name a region that does not exist", async () => {
    const answer = await post("Action=DescribeVpcs&Version=2016-11-15", { service: "ec2", region: "mars-1" });
    expect(answer.text).toContain("Credential should be scoped to a valid region.");
  });

  it("name a service that the sandbox lacks", async () => {
    const answer = await post("{}", { service: "dynamodb" });
    expect(answer.status).toBe(404);
    expect(sandbox.logs.at(-1)).toBe("sandbox: no such service: POST /");
  });
});
