/** Called by Next once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startProcess } = await import("./lib/server/start-process");
  await startProcess();
}
