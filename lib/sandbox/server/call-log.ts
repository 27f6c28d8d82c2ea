/** One request that the sandbox answered. */
export interface Call {
  at: string;
  service: string;
  operation: string;
  region: string;
  status: number;
  errorCode?: string;
}

/** The latest calls are enough to see what a page did; more would only grow. */
const MAX_CALLS = 5000;

/** The calls made since the start or since it was cleared, oldest first. */
export interface CallLog {
  add(call: Call): void;
  list(): readonly Call[];
  clear(): void;
}

export function createCallLog(): CallLog {
  let calls: Call[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > MAX_CALLS * 2) calls = calls.slice(-MAX_CALLS);
    },
    list: () => calls.slice(-MAX_CALLS),
    clear() {
      calls = [];
    },
  };
}
