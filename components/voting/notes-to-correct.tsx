import { getTranslations } from 'next-intl/server';
import { CorrectionForm } from '@/components/audit/correction-form';
import { EarlierWords } from '@/components/audit/corrections';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { votingPaths } from '@/lib/voting/paths';
import type { NoteToCorrect } from '@/lib/voting/tell/types';
import { NoteField } from './note-field';

type NotesProps = {
  locale: string;
  /** Of the poll. */
  number: number;
  notes: readonly NoteToCorrect[];
  /** Which of them the address opens. */
  open: unknown;
  action: FormAction;
};

/** What the office said about a published result; each can be put right, one at a time. */
export async function NotesToCorrect({ locale, number, notes, open, action }: NotesProps) {
  if (notes.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const correction = await getTranslations({ locale, namespace: 'audit.correction' });
  return (
    <Section title={t('notes.title')}>
      {notes.map((note) => (
        <article key={note.id} id={note.id} className="stack measure">
          <h3>{longDateTime(note.publishedAt, locale)}</h3>
          <p className="whitespace-pre-line" lang={contentLang(locale)}>
            {note.text}
          </p>
          <EarlierWords locale={locale} versions={note.earlier} labels={{ text: t('note.text') }} />
          {open === note.id ? (
            <Correct {...{ locale, number, note, action }} />
          ) : (
            <p>
              <a
                href={localized(locale, votingPaths.teamPollNote(number, note.id))}
                aria-label={`${correction('open')}: ${longDateTime(note.publishedAt, locale)}`}
              >
                {correction('open')}
              </a>
            </p>
          )}
        </article>
      ))}
    </Section>
  );
}

type CorrectProps = Pick<NotesProps, 'locale' | 'number' | 'action'> & { note: NoteToCorrect };

async function Correct({ locale, number, note, action }: CorrectProps) {
  const { id, version, text } = note;
  return (
    <CorrectionForm
      locale={locale}
      action={action}
      values={{ text }}
      id={id}
      hidden={{ number: String(number), id, version: String(version) }}
      audience="PUBLIC"
      backHref={localized(locale, votingPaths.teamPollLater(number))}
    >
      <NoteField locale={locale} id={`text-${id}`} />
    </CorrectionForm>
  );
}
