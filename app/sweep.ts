import 'server-only';
import { system } from '@/lib/accounts/actor';
import { sweepFoundations } from '@/lib/privacy/commands';

/** Deletes everywhere what has been kept long enough. */
export async function sweepAll(): Promise<void> {
  await sweepFoundations(system);
}
