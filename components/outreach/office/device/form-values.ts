import type { FlatValues } from '@/components/form/field-context';
import type { Draft } from '@/lib/outreach/device/types';

/** What the fields show. */
export const valuesOf = (draft: Draft, today: string): FlatValues => ({
  ...{ districtId: draft.districtId, setting: draft.setting, place: draft.place },
  ...{ day: draft.day || today, age: draft.age ?? '', topicIds: draft.topicIds },
  ...{ mood: draft.mood ?? '', outcomes: draft.outcomes, note: draft.note },
  noName: draft.noName ? 'yes' : '',
  asProposal: draft.asProposal ? 'yes' : '',
  wantsCall: draft.wantsCall ? 'yes' : '',
});

/** Fields with several answers. */
export const LISTS = ['topicIds', 'outcomes'];

/**
 * What the fields say. The options are the page's own, so what comes out of them is one of them.
 * @param chosenOn today, when it is the day that was changed: what only stands there nobody has chosen
 */
export function draftIn(values: FlatValues, draft: Draft, chosenOn: string | null): Draft {
  const text = (name: string) => String(values[name] ?? '');
  const list = (name: string) => [values[name] ?? []].flat();
  const day = text('day');
  return {
    ...draft,
    districtId: text('districtId'),
    setting: text('setting') as Draft['setting'],
    place: text('place'),
    ...(chosenOn !== null && day !== '' ? { day, chosenOn } : {}),
    age: (text('age') || null) as Draft['age'],
    topicIds: list('topicIds'),
    mood: (text('mood') || null) as Draft['mood'],
    outcomes: list('outcomes') as Draft['outcomes'],
    note: text('note'),
    noName: text('noName') !== '',
    asProposal: text('asProposal') !== '',
    wantsCall: text('wantsCall') !== '',
  };
}
