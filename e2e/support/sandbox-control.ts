import { expect, type APIRequestContext } from "playwright/test";

/** A fault of `lib/sandbox/README.md`, as its control endpoint takes it. */
type Fault =
  | { kind: "deny"; operation: string }
  | { kind: "latency"; operation: string; latencyMs: number }
  | { kind: "no-free-addresses"; subnetId: string };

/** Switches faults of the sandbox on and off, over its control endpoint as any tester would. */
export class SandboxControl {
  readonly #request: APIRequestContext;
  readonly #appUrl: string;

  constructor(request: APIRequestContext, appUrl: string) {
    this.#request = request;
    this.#appUrl = appUrl;
  }

  async addFault(fault: Fault): Promise<void> {
    const response = await this.#request.post(`${await this.#endpoint()}/_sandbox/faults`, { data: fault });
    expect(response.ok(), await response.text()).toBe(true);
  }

  async clearFaults(): Promise<void> {
    const response = await this.#request.delete(`${await this.#endpoint()}/_sandbox/faults`);
    expect(response.ok(), await response.text()).toBe(true);
  }

  /** Names of the operations called so far, as `lambda:UpdateFunctionConfiguration`. */
  async calls(): Promise<string[]> {
    const response = await this.#request.get(`${await this.#endpoint()}/_sandbox/calls`);
    const { calls } = (await response.json()) as { calls: { service: string; operation: string }[] };
    return calls.map(({ service, operation }) => `${service}:${operation}`);
  }

  async #endpoint(): Promise<string> {
    const response = await this.#request.get(`${this.#appUrl}/api/environment`);
    const { endpoint } = (await response.json()) as { endpoint: string };
    return endpoint;
  }
}
