import { z } from "zod";
import { isLoopbackOrigin } from "../server/loopback";
import type { Sandbox } from "../server/sandbox";
import type { WireRequest, WireResponse } from "../wire/wire-message";
import type { Control } from "./control";
import { describeState } from "./describe-state";
import { faultSchema } from "./fault-schema";
import { outsideControls } from "./outside-controls";

const resetInput = z.strictObject({ scenario: z.string().optional() });
/** Ten years: enough to see anything expire, and dates stay sane. */
const advanceInput = z.strictObject({
  seconds: z
    .number()
    .min(0)
    .max(10 * 366 * 86_400),
});
const ratesInput = z.strictObject({ enabled: z.boolean() });
/** A minute is far more than AWS takes. */
const delayMs = z.number().min(0).max(60_000).optional();
const consistencyInput = z.strictObject({ createMs: delayMs, roleMs: delayMs });
const faultsInput = z.union([z.array(faultSchema).max(100), faultSchema.transform((fault) => [fault])]);

const CONTROLS: Readonly<Record<string, Control>> = {
  "GET /_sandbox/state": (sandbox) => ({ status: 200, body: describeState(sandbox) }),
  "POST /_sandbox/reset": (sandbox, body) => {
    const { scenario } = resetInput.parse(body);
    sandbox.reset(scenario ?? sandbox.world.scenario);
    return { status: 200, body: describeState(sandbox) };
  },
  "POST /_sandbox/advance": (sandbox, body) => {
    sandbox.clock.advance(advanceInput.parse(body).seconds * 1000);
    sandbox.settle();
    return { status: 200, body: describeState(sandbox) };
  },
  "GET /_sandbox/rates": ({ rates }) => ({
    status: 200,
    body: { enabled: rates.enabled, buckets: rates.buckets.list() },
  }),
  "POST /_sandbox/rates": (sandbox, body) => {
    sandbox.rates.enabled = ratesInput.parse(body).enabled;
    sandbox.rates.buckets.clear();
    return { status: 200, body: describeState(sandbox) };
  },
  "POST /_sandbox/consistency": (sandbox, body) => {
    const { createMs = 0, roleMs = 0 } = consistencyInput.parse(body);
    Object.assign(sandbox.consistency, { createMs, roleMs });
    return { status: 200, body: describeState(sandbox) };
  },
  "GET /_sandbox/faults": (sandbox) => ({ status: 200, body: { faults: sandbox.world.faults } }),
  "POST /_sandbox/faults": (sandbox, body) => {
    sandbox.world.faults.push(...faultsInput.parse(body));
    return { status: 200, body: { faults: sandbox.world.faults } };
  },
  "DELETE /_sandbox/faults": (sandbox) => {
    sandbox.world.faults = [];
    return { status: 200, body: { faults: [] } };
  },
  "GET /_sandbox/calls": (sandbox) => ({ status: 200, body: { calls: sandbox.calls.list() } }),
  "DELETE /_sandbox/calls": (sandbox) => {
    sandbox.calls.clear();
    return { status: 200, body: { calls: [] } };
  },
  ...outsideControls,
};

function json(status: number, body: unknown): WireResponse {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}

function parseBody(body: Uint8Array): unknown {
  const text = Buffer.from(body).toString("utf8").trim();
  return text === "" ? {} : JSON.parse(text);
}

/** Answers `/_sandbox/…`: JSON in and out. Web pages from elsewhere than loopback are refused. */
export function answerControl(sandbox: Sandbox, request: WireRequest): WireResponse {
  const origin = request.headers["origin"];
  if (origin !== undefined && !isLoopbackOrigin(origin)) {
    return json(403, { error: "Only pages from loopback may control the sandbox." });
  }
  const name = `${request.method} ${request.path}`;
  const control = Object.hasOwn(CONTROLS, name) ? CONTROLS[name] : undefined;
  if (control === undefined)
    return json(404, { error: `No such control. Known: ${Object.keys(CONTROLS).join(", ")}` });
  try {
    sandbox.settle();
    const answer = control(sandbox, parseBody(request.body));
    if (request.method !== "GET") sandbox.revision += 1;
    return json(answer.status, answer.body);
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof SyntaxError || error instanceof RangeError)
      return json(400, { error: error.message });
    throw error;
  }
}
