import { createServer } from "node:net";

/**
 * Whether nobody listens on a port.
 * @returns {Promise<boolean>}
 */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/**
 * A port that nobody listens on now.
 * @returns {Promise<number>}
 */
export function freePort(host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The port to listen on: PORT where it is set (and free), else 3000 or the next free one. Ends the process with one line. */
export async function choosePort(wanted, host) {
  if (wanted !== undefined && wanted !== "") {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      console.error(`PORT must be a number from 1 to 65535, not "${wanted}".`);
      process.exit(1);
    }
    if (await isFree(port, host)) return port;
    console.error(
      `Port ${port} is taken. Stop what listens there, or start with another one: PORT=${port + 1} npm start`,
    );
    process.exit(1);
  }
  for (let port = 3000; port < 3100; port += 1) if (await isFree(port, host)) return port;
  console.error("Ports 3000 to 3099 are all taken. Name a free one: PORT=4000 npm start");
  process.exit(1);
}
