import { addAccessRole } from "../build/add-access-role";
import { type Builder, createBuilder, elsewhere } from "../build/builder";
import { addCallers, OPERATE_POLICY, READ_POLICY } from "../callers";
import type { ScenarioContext } from "../scenario";
import { getAccount } from "../../world/find-account";

/** The account of the functions is the callers' home; the others are entered through their roles. */
export const HYBRID_ACCOUNTS = {
  workload: "123456789012",
  network: "210987654321",
  shared: "345678901234",
} as const;

export interface HybridPlaces {
  workload: Builder;
  workloadFar: Builder;
  network: Builder;
  networkFar: Builder;
  shared: Builder;
}

const NEAR = "eu-west-1";
const FAR = "eu-central-1";

function mayAssume(roleNames: readonly string[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Resource: roleNames.map((name) => `arn:aws:iam::*:role/${name}`),
      },
    ],
  });
}

/** In every account a role to look and one to operate, and users at home who may assume them. */
function addAccessRoles(places: HybridPlaces): void {
  for (const builder of [places.workload, places.network, places.shared]) {
    const trustedAccountId = HYBRID_ACCOUNTS.workload;
    addAccessRole(builder, { name: "mooring-read", trustedAccountId, documents: { read: READ_POLICY } });
    addAccessRole(builder, {
      name: "mooring-operate",
      trustedAccountId,
      documents: { read: READ_POLICY, operate: OPERATE_POLICY },
    });
  }
  for (const user of getAccount(places.workload.world, HYBRID_ACCOUNTS.workload).users) {
    if (user.userName === "operator") {
      user.inlinePolicies["assume"] = mayAssume(["mooring-read", "mooring-operate"]);
    }
    if (user.userName === "read-only") user.inlinePolicies["assume"] = mayAssume(["mooring-read"]);
  }
}

/** Three accounts in two regions, and who may act in them. */
export function buildPlaces(context: ScenarioContext): HybridPlaces {
  const workload = createBuilder(context, {
    scenario: "hybrid",
    accountId: HYBRID_ACCOUNTS.workload,
    accountName: "Harbor & Pine workloads",
    region: NEAR,
  });
  const network = elsewhere(workload, {
    accountId: HYBRID_ACCOUNTS.network,
    accountName: "Harbor & Pine network",
    region: NEAR,
  });
  const places = {
    workload,
    workloadFar: elsewhere(workload, { region: FAR }),
    network,
    networkFar: elsewhere(network, { region: FAR }),
    shared: elsewhere(workload, {
      accountId: HYBRID_ACCOUNTS.shared,
      accountName: "Harbor & Pine shared services",
      region: NEAR,
    }),
  };
  addCallers(workload.world);
  addAccessRoles(places);
  return places;
}
