const [major, minor] = process.versions.node.split(".").map(Number);

/** Ends the process with one line where Node is older than package.json's `engines` says. */
export function requireNode() {
  const isNewEnough = major > 20 || (major === 20 && minor >= 19);
  if (isNewEnough) return;
  console.error(
    `Mooring needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  );
  process.exit(1);
}
