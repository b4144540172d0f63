import type { PublishedTable } from '../types';

/**
 * Goes through a published table by its rule.
 * @returns who is ahead, and in a German word what does not follow; null where all of it does
 * @throws when it is no such table
 */
export function checkTable(file: PublishedTable): { winners: string[]; problem: string | null };
