import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PROGRAM', 'counselling_topics', 'slug'),
  columns('PUBLIC', 'counselling_texts', 'title intro for_whom what_we_do please_bring'),
  columns('PUBLIC', 'counselling_texts', 'how_it_works not_done good_to_know other_help notice'),
];

/** Everybody reads what is published; drafts and earlier editions are the office's. */
export const PUBLIC_ROWS: PublicRows = {
  counselling_texts:
    'EXISTS (SELECT 1 FROM counselling_editions e WHERE e.id = t.edition_id AND e.is_public)',
};
