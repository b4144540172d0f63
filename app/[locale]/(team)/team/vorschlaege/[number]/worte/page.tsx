import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { CorrectionForm } from '@/components/audit/correction-form';
import { EarlierWords } from '@/components/audit/corrections';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { Section } from '@/components/layout/section';
import { PartHeader } from '@/components/proposals/part-header';
import { Paragraphs } from '@/components/proposals/statements';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { getNoteDesk } from '@/lib/proposals/notes/queries';
import type { NoteOnDesk } from '@/lib/proposals/notes/types';
import { proposalsPaths } from '@/lib/proposals/paths';
import { correctStepNoteAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ note?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'proposals-notes.title');
}

/** What the office wrote with the steps of a proposal and everybody reads; each can be put right. */
export default async function NotesPage({ params, searchParams }: Props) {
  const { locale, number: typed } = await params;
  const open = String((await believed(searchParams)).note ?? '');
  const number = numberInPath(typed);
  const path = proposalsPaths.teamNotes(number);
  const desk = await guarded(locale, path, async () =>
    getNoteDesk(await requireCoordinator(), number),
  );
  const t = await getTranslations({ locale, namespace: 'proposals-notes' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="proposals">
      <PartHeader
        locale={locale}
        proposal={desk}
        title={t('title')}
        lead={desk.notes.length > 0 ? t('lead', { hears: desk.hears ? 'yes' : 'no' }) : undefined}
      />
      {desk.notes.length === 0 ? <p>{t('none')}</p> : null}
      {desk.notes.map((note) => (
        <Note
          key={note.id}
          locale={locale}
          number={desk.number}
          note={note}
          isOpen={open === note.id}
        />
      ))}
    </TeamShell>
  );
}

type NoteProps = { locale: string; number: number; note: NoteOnDesk; isOpen: boolean };

async function Note({ locale, number, note, isOpen }: NoteProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-notes' });
  const { id, at, note: text, alternative, earlier } = note;
  const day = longDateTime(at, locale);
  return (
    <Section title={day} id={id}>
      <div className="stack measure">
        <Paragraphs text={text} />
        {alternative === null ? null : (
          <>
            <h3>{t('alternative')}</h3>
            <Paragraphs text={alternative} />
          </>
        )}
        <EarlierWords
          locale={locale}
          versions={earlier}
          labels={{ note: t('note'), result_note: t('alternative') }}
        />
        {isOpen ? (
          <Correct locale={locale} number={number} note={note} />
        ) : (
          <p>
            <a
              href={localized(locale, proposalsPaths.teamNotes(number, id))}
              aria-label={`${t('open')}: ${day}`}
            >
              {t('open')}
            </a>
          </p>
        )}
      </div>
    </Section>
  );
}

async function Correct({ locale, number, note: shown }: Omit<NoteProps, 'isOpen'>) {
  const t = await getTranslations({ locale, namespace: 'proposals-notes' });
  const seen = await whoSees(locale);
  const { id, version, note, alternative } = shown;
  return (
    <CorrectionForm
      locale={locale}
      action={correctStepNoteAction}
      values={{ note, ...(alternative === null ? {} : { alternative }) }}
      id={id}
      hidden={{ number: String(number), id, version: String(version) }}
      audience="PUBLIC"
      backHref={localized(locale, proposalsPaths.teamNotes(number))}
    >
      <TextArea
        name="note"
        minLength={5}
        label={t('note')}
        hint={t('noteHint')}
        whoSees={seen.PUBLIC}
        required
        rows={5}
      />
      {alternative === null ? null : (
        <TextArea
          name="alternative"
          minLength={5}
          label={t('alternative')}
          whoSees={seen.PUBLIC}
          required
        />
      )}
    </CorrectionForm>
  );
}
