import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { PROTOCOLS, send } from "./protocols.test-builder";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());

const [ec2] = PROTOCOLS;

afterEach(async () => {
  if (ec2 === undefined) throw new Error("No protocol.");
  expect((await send(sandbox.url, ec2)).status).toBe(200);
  expect(sandbox.logs).toEqual([]);
});

/** Sends these bytes, then says that no more will come. Returns all that came back before the connection closed. */
function sendRaw(text: string, how: "end" | "destroy" = "end"): Promise<string> {
  const port = Number(new URL(sandbox.url).port);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(text, () => {
        if (how === "end") socket.end();
        else socket.destroy();
      });
    });
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString("utf8")));
    socket.on("error", reject);
    socket.on("close", () => {
      resolve(answer);
    });
  });
}

const HEAD = ["POST / HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/x-www-form-urlencoded"];
const SIGNED = Object.entries(signedHeaders({ service: "ec2" })).map(([name, value]) => `${name}: ${value}`);
const request = (lines: string[], body: string) =>
  `${[...HEAD, ...SIGNED, ...lines].join("\r\n")}\r\n\r\n${body}`;
const BODY = "Action=DescribeVpcs&Version=2016-11-15";

it("a body shorter than its length is never answered as if it were whole", async () => {
  for (const how of ["end", "destroy"] as const) {
    const answer = await sendRaw(request(["Content-Length: 500"], BODY), how);
    expect(answer).not.toContain("200 OK");
    expect(answer).not.toContain("DescribeVpcsResponse");
  }
});

it("a body in chunks that break off, or are none, is refused", async () => {
  const cut = await sendRaw(request(["Transfer-Encoding: chunked"], `26\r\n${BODY.slice(0, 10)}`));
  expect(cut).not.toContain("200 OK");
  const none = await sendRaw(request(["Transfer-Encoding: chunked"], "zz\r\nnothing\r\n"));
  expect(none).toMatch(/^HTTP\/1\.1 400 Bad Request/);
});

it("what follows a body is a request of its own, and no part of it", async () => {
  const answer = await sendRaw(request([`Content-Length: ${String(BODY.length)}`], `${BODY}&Garbage=1`));
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request/);
});

it("a header of 100 KB is refused before anybody reads it", async () => {
  const answer = await sendRaw(request([`X-Long: ${"x".repeat(100_000)}`, "Content-Length: 0"], ""));
  expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large/);
});

it("what is no HTTP is refused", async () => {
  expect(await sendRaw("DANCE\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 Bad Request/);
  expect(await sendRaw("\u0016\u0003\u0001\u0002\u0000")).toMatch(/^HTTP\/1\.1 400 Bad Request/);
});
