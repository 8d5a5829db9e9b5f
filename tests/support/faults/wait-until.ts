/** How long a reader is waited for at most, milliseconds: far longer than anything takes, also on a machine with other work. */
export const PATIENCE = 90_000;

/** Waits, at most some milliseconds, until something is so; tells whether it is. */
export async function waitUntil(is: () => Promise<boolean>, most = PATIENCE): Promise<boolean> {
  const end = Date.now() + most;
  for (;;) {
    if (await is().catch(() => false)) return true;
    if (Date.now() > end) return false;
    await new Promise((done) => setTimeout(done, 400));
  }
}
