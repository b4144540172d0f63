/** Runs once when the server starts: background work happens in the same process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startBackgroundWork } = await import('./app/background-work');
  await startBackgroundWork();
}

/** What broke while a page was made or a form worked on. */
export async function onRequestError(error: unknown): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logFault } = await import('./lib/core/log.mjs');
  if (error instanceof Error) logFault('error', error);
}
