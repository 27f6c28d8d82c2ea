import { strToU8, zipSync } from "fflate";

/** A small Node handler that reports what it sees from where it runs: its addresses, and whether it gets out. */
const source = `import { networkInterfaces } from "node:os";
import { connect } from "node:net";

const reach = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => end("reachable"));
    socket.once("timeout", () => end("no answer"));
    socket.once("error", (error) => end(error.code ?? error.message));
  });

export const handler = async (event = {}) => ({
  addresses: Object.values(networkInterfaces()).flat().filter((one) => !one.internal).map((one) => one.address),
  region: process.env.AWS_REGION,
  internet: await reach("checkip.amazonaws.com", 443),
  ...(event.host && event.port ? { target: await reach(event.host, event.port) } : {}),
});
`;

/** Fixed, so that the same sample is the same bytes every time. The zip format's time begins in 1980. */
const MTIME = new Date(1980, 0, 1);

/** The ready sample "hello" as a zip; its handler is \`index.handler\` on any Node runtime. */
export function buildSampleCode(): Uint8Array {
  return zipSync({ "index.mjs": strToU8(source) }, { mtime: MTIME });
}
