import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { sentence } from '@/lib/i18n/sentence';
import { getOffice } from '@/lib/settings/queries';
import type { RequestSupportInput } from './schema';
import type { RequestCheck } from './types';

/** Everything typed once more, as it will be read, before it is sent; nothing is stored. */
export const previewRequest = publicly(
  async (input: RequestSupportInput, locale: string): Promise<RequestCheck> => {
    const { districts } = await getOffice({ locale });
    const say = (key: string, params: Record<string, string | number> = {}) =>
      sentence(locale, `initiatives.${key}`, params);
    // messages: initiatives.kind.*
    const kinds = await Promise.all(input.kinds.map((kind) => say(`kind.${kind}`)));
    const { kind, value } = input.contact;
    const amount = input.amount === null ? '' : await say('euros', { amount: input.amount });
    const values: [string, string][] = [
      ['kinds', kinds.join(', ')],
      ['title', input.title],
      ['body', input.body],
      ['wantedFor', input.wantedFor],
      ['amount', amount],
      ['district', districts.find(({ id }) => id === input.districtId)?.name ?? ''],
      ['groupName', input.groupName],
      ['name', input.name],
      // messages: initiatives.reach.*
      ['contact', await say(`reach.${kind}`, { contact: value })],
    ];
    const rows = await Promise.all(
      values
        .filter(([, text]) => text !== '')
        .map(async ([key, text]) => ({ label: await say(`row.${key}`), value: text })),
    );
    return { rows };
  },
);
