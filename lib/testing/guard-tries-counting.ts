import { held, type Lock } from './guard-locks';
import { inTries, type Try } from './guard-tries';

const { closedWeb, copy, count, papersLeft, step } = inTries;

const AGREED = 'what two people agreed on stays';
const NOTHING = 'nothing is counted here';
const NOT_ALIKE = 'two people did not count the same';
const A_WORD = 'more papers than people need a word of both';

/** A second sheet, entered by somebody else. */
export const sheet = (poll: string, changes = '') =>
  copy(
    'count_sheets',
    'poll_id = {waiting}',
    `'poll_id', ${poll}, 'entry', 2, 'entered_by_id', {stranger}, ${changes || `'remark', ''`}`,
  );
const agree = (poll = '{waiting}', way = 'PAPER') => `SELECT agree_on_count(${poll}, '${way}'); `;
const remark = (text: string) =>
  `UPDATE count_sheets SET remark = '${text}' WHERE poll_id = {waiting}; `;
const inFavour = `jsonb_build_array(jsonb_build_object('choices', '[]'::jsonb, 'points', '[]'::jsonb, 'count', 1))`;
/** Both sheets with a remark: more papers than were given out. */
const twice = (changes = '') =>
  `${remark('first')}${sheet('{waiting}', `'remark', 'second'${changes}`)}`;

/** What two people counted, and what becomes of it. */
export const COUNTING_TRIES: readonly Try[] = [
  ['SELECT open_box({waiting})', 'the ballot box is shut'],
  [sheet('{open}'), AGREED],
  [sheet('{waiting}', `'channel', 'HANDS'`), AGREED],
  [sheet('{waiting}', `'entered_by_id', NULL`), AGREED],
  [sheet('{waiting}', `'agreed_at', now()`), AGREED],
  [`UPDATE count_sheets SET spoiled = 9 WHERE poll_id = {counted}`, AGREED],
  [
    `UPDATE count_sheets SET entered_by_id = {stranger} WHERE poll_id = {counted} AND entry = 1`,
    AGREED,
  ],
  [`UPDATE count_sheets SET entered_by_id = NULL, spoiled = 9 WHERE poll_id = {counted}`, AGREED],
  ['DELETE FROM count_sheets WHERE poll_id = {counted}', AGREED],
  [agree('{open}'), NOTHING],
  [agree('{waiting}', 'HANDS'), NOTHING],
  [agree(), NOT_ALIKE],
  [`${twice()}${agree()}${count(`ballots WHERE poll_id = {waiting}`)}`, '3'],
  [papersLeft('{waiting}', twice() + agree()), '0'],
  [
    `${twice()}${agree()}SELECT bool_and(papers = '{"number": 1}') FROM count_sheets WHERE poll_id = {waiting}`,
    'true',
  ],
  [twice() + agree() + agree(), NOT_ALIKE],
  [
    `${twice()}UPDATE count_sheets SET entered_by_id = NULL WHERE poll_id = {waiting}; ${agree()}`,
    NOT_ALIKE,
  ],
  [twice(`, 'papers', ${inFavour}`) + agree(), NOT_ALIKE],
  [twice(`, 'spoiled', 7`) + agree(), NOT_ALIKE],
  [remark('first') + sheet('{waiting}') + agree(), A_WORD],
  [sheet('{waiting}', `'remark', 'second'`) + agree(), A_WORD],
  [
    `${closedWeb(inTries.onRoll('{web}') + inTries.receipt('{web}'))}SELECT do_rights_fit({web})`,
    'false',
  ],
  [
    `${closedWeb(inTries.onRoll('{web}') + inTries.paper('{web}'))}SELECT do_rights_fit({web})`,
    'false',
  ],
  [
    `${closedWeb()}${step('{web}', 'COUNTED', `result = '{}'`)}; SELECT do_rights_fit({web})`,
    'true',
  ],
];

export const COUNTING_LOCKS: readonly Lock[] = [
  [held('polls', '{waiting}'), sheet('{waiting}')],
  [held('polls', '{waiting}', 'SHARE'), agree()],
  ...[1, 2].map(
    (entry) =>
      [
        `SELECT FROM count_sheets WHERE poll_id = {waiting} AND entry = ${entry} FOR KEY SHARE`,
        agree(),
      ] as const,
  ),
];
