import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { folded } from '@/lib/core/folded';
import { sentence } from '@/lib/i18n/sentence';
import { getOffice } from '@/lib/settings/queries';
import { isSupportable, LISTED_STATES } from '../rules';
import type { ProposalState } from '../types';
import {
  SAME_CATEGORY_WEIGHT,
  SAME_PLACE_WEIGHT,
  SIMILAR_FLOOR,
  SIMILAR_SHOWN,
  shownName,
} from './rules';
import type { SubmitProposalInput } from './schema';
import type { DraftText, ProposalCheck, SimilarProposal } from './types';

interface SimilarRow {
  number: number;
  title: string;
  excerpt: string;
  place: string;
  state: ProposalState;
}

/**
 * Up to three public proposals of the same district that read alike, best first. A suggestion only:
 * no score tells duplicates from look-alikes (see `SIMILAR_FLOOR`), so nothing is ever decided by it.
 * @param except number of the proposal that is being compared, if it has one
 */
export const listSimilarProposals = publicly(
  async (draft: DraftText, except = 0): Promise<SimilarProposal[]> => {
    const text = folded(`${draft.title} ${draft.body}`);
    const place = folded(draft.place.trim());
    const rows = await db.$queryRaw<SimilarRow[]>`
    SELECT number, title, excerpt, place, state FROM (
      SELECT number, title, CASE WHEN length(body) > 300 THEN left(body, 300) || ' …' ELSE body END AS excerpt, place, state::text AS state,
        similarity(folded(title || ' ' || body), ${text})
          + CASE WHEN ${place} <> '' AND folded(place) = ${place} THEN ${SAME_PLACE_WEIGHT}::float ELSE 0 END
          + CASE WHEN category_id::text = ${draft.categoryId} THEN ${SAME_CATEGORY_WEIGHT}::float ELSE 0 END
          AS score
      FROM proposals
      WHERE district_id = ${draft.districtId}::uuid AND published_at IS NOT NULL
        AND state::text = ANY(${LISTED_STATES}) AND number <> ${except}
    ) scored
    WHERE score >= ${SIMILAR_FLOOR}::float ORDER BY score DESC, number DESC LIMIT ${SIMILAR_SHOWN}`;
    return rows.map(({ state, ...row }) => ({ ...row, isSupportable: isSupportable(state) }));
  },
);

/** Everything typed once more, as it will be read, before it is sent; nothing is stored. */
export const previewProposal = publicly(
  async (input: SubmitProposalInput, locale: string): Promise<ProposalCheck> => {
    const office = await getOffice({ locale });
    // messages: proposals-intake.check.*
    const say = (key: string, params: Record<string, string> = {}) =>
      sentence(locale, `proposals-intake.check.${key}`, params);
    const district = office.districts.find(({ id }) => id === input.districtId);
    const category = office.categories.find(({ id }) => id === input.categoryId);
    const name =
      shownName(input.nameChoice, input.name) ?? (await sentence(locale, 'proposals.neighbour'));
    const values: [string, string][] = [
      ['title', input.title],
      ['body', input.body],
      ['district', district?.name ?? ''],
      ['place', input.place],
      ['category', category?.label ?? ''],
      ['name', name],
      ['contact', await say(`contactBy.${input.contactKind}`, { contact: input.contact })],
    ];
    const rows = await Promise.all(
      values
        .filter(([, value]) => value !== '')
        .map(async ([key, value]) => ({ label: await say(key), value })),
    );
    return { rows, similar: await listSimilarProposals(input) };
  },
);
