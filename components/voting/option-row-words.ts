import { getTranslations } from 'next-intl/server';
import {
  NOTE_AT_MOST,
  OPTION_LABEL_AT_MOST,
  OPTIONS_AT_LEAST,
  OPTIONS_AT_MOST,
} from '@/lib/voting/prepare/rules';

export async function optionColumns(locale: string) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return { label: t('rows.label'), note: t('rows.note'), cost: t('rows.cost') };
}

/** A sign stands for the place, which only the browser knows. */
export async function rowWords(locale: string) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const place = '#';
  return {
    asRows: t('rows.asRows'),
    asText: t('rows.asText'),
    row: t('rows.row', { place }),
    add: t('rows.add'),
    up: t('rows.up'),
    down: t('rows.down'),
    remove: t('rows.remove'),
    added: t('rows.added', { place }),
    removed: t('rows.removed', { place }),
    moved: t('rows.moved', { place }),
    undo: t('rows.undo'),
    back: t('rows.back', { place }),
    unsaved: t('rows.unsaved'),
  };
}

/** What the schema may say of the options, with a sign for the option it is about. */
export async function optionSentences(locale: string): Promise<Record<string, string>> {
  const t = await getTranslations({ locale });
  const option = '#';
  return {
    'voting.error.tooFewOptions': t('voting.error.tooFewOptions', { min: OPTIONS_AT_LEAST }),
    'voting.error.tooManyOptions': t('voting.error.tooManyOptions', { max: OPTIONS_AT_MOST }),
    'voting.error.optionTooLong': t('voting.error.optionTooLong', { max: OPTION_LABEL_AT_MOST }),
    'voting.error.sameOptions': t('voting.error.sameOptions'),
    'voting-drafts.error.optionWithoutName': t('voting-drafts.error.rowWithoutName'),
    'voting-drafts.error.noteTooLong': t('voting-drafts.error.noteTooLong', { max: NOTE_AT_MOST }),
    'voting-drafts.error.noCost': t('voting-drafts.error.rowWithoutCost', { option }),
    'voting-drafts.error.tooDear': t('voting-drafts.error.tooDear', { option }),
  };
}
