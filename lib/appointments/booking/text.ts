import type { PrintBlock } from '@/lib/print/types';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** What stands on the slip besides its number and code. */
export interface Slip {
  number: number;
  code: string;
  when: string;
  kind: string;
  /** Empty where nobody goes anywhere. */
  place: string;
  phone: string;
  /** Where it is changed. */
  address: string;
}

/** The slip of an appointment: no name and nothing of what it is about. @param say of `appointments` */
export function slipBlocks(slip: Slip, say: Say): PrintBlock[] {
  const rows = [
    { label: say('fact.when'), value: slip.when },
    { label: say('fact.kind'), value: slip.kind },
    { label: say('fact.where'), value: slip.place },
    { label: say('fact.number'), value: String(slip.number) },
    { label: say('fact.code'), value: slip.code },
  ];
  return [
    { kind: 'facts', caption: say('own.title'), rows: rows.filter(({ value }) => value !== '') },
    { kind: 'text', text: say('slip.how', { address: slip.address, phone: slip.phone }) },
  ];
}
