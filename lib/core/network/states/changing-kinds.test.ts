import { describe, expect, it } from "vitest";
import { CHANGING_KEYS, changingWords } from "./changing-kinds";

describe("changingWords", () => {
  it("names all that is read again, what has one word once", () => {
    expect(changingWords()).toBe(
      "Functions, their states, network interfaces, free addresses, NAT gateways, endpoints, peerings, transit gateway attachments",
    );
    expect(CHANGING_KEYS.size).toBe(10);
    expect([...CHANGING_KEYS]).toContain("TransitGatewayPeeringAttachments");
  });
});
