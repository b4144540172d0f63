/** Runs once when the server starts: background work happens in the same process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startBackgroundWork } = await import('./app/background-work');
  await startBackgroundWork();
}
