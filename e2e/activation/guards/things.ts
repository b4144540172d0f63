import { formatRow, trialRow } from '../../../lib/activation/rows.mjs';
import type { Made, Maker, Row } from '../../guards/making';

export const things = (make: Maker) => {
  /** A described format nobody has tried. */
  const format = (more: Row = {}) => make.add('activation_formats', { ...formatRow({}), ...more });
  const trialOf = (formatId: string) =>
    make.add('activation_trials', trialRow({ formatId, districtId: make.district }));
  /** As it stands when a trial of it took place. */
  const triedFormat = (more: Row) =>
    make.besideGuards.add('activation_formats', { ...formatRow({ state: 'IN_TRIAL' }), ...more });
  return {
    format,
    formatInTrial: async (more: Row = {}) => {
      const id = await triedFormat(more);
      await trialOf(id);
      return id;
    },
    /** A trial that took place. */
    formatTrial: async () => trialOf(await triedFormat({})),
  };
};

export const addresses = async (made: Made) => ({
  format: await made.formatInTrial(),
  formatTrial: await made.formatTrial(),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
