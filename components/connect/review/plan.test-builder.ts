import type { Plan, PlanCheck } from "@/lib/contract/plans";

export function check(code: string, status: PlanCheck["status"], message = `${code} message`): PlanCheck {
  return { id: `id-${code}`, code, status, title: code, message };
}

export function plan(checks: PlanCheck[], isNoop = false): Plan {
  const attachment = { vpcId: null, subnetIds: [], securityGroupIds: [], ipv6AllowedForDualStack: false };
  return {
    id: "plan-1",
    createdAt: "2026-11-21T00:00:00.000Z",
    snapshotId: "s1",
    intent: { kind: "detach-function", functionName: "orders-api" },
    functionName: "orders-api",
    functionArn: null,
    title: "Detach orders-api",
    checks,
    steps: [],
    preview: {
      isNoop,
      before: attachment,
      after: attachment,
      verdictChanges: [],
      verdictChangesStatus: "not-evaluated",
      networkInterfaces: { created: [], shared: [], released: [], kept: [] },
      addresses: [],
      cli: "",
    },
    operationId: null,
  };
}
