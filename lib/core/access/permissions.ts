/** Every permission there is, and the least role that has it. Read by `defineRoute` and by the buttons alike. */
const leastRole = {
  "health:read": "viewer",
  "snapshots:read": "viewer",
  "snapshots:collect": "operator",
  "snapshots:import": "operator",
  "snapshots:delete": "operator",
  "functions:read": "viewer",
  "topology:read": "viewer",
  "reachability:read": "viewer",
  "reachability:cross-check": "operator",
  "plans:read": "viewer",
  "plans:create": "operator",
  "plans:apply": "operator",
  "operations:read": "viewer",
  "operations:act": "operator",
  "audit:read": "viewer",
  "settings:change": "admin",
  "sandbox:advance": "operator",
} as const satisfies Record<string, Role>;

export type Role = "viewer" | "operator" | "admin";
export type Permission = keyof typeof leastRole;

const rank: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 };

export function hasPermission(role: Role, permission: Permission): boolean {
  return rank[role] >= rank[leastRole[permission]];
}
