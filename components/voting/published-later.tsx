import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { FilterLinks } from '@/components/ui/filter-links';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { UNARCHIVE_HOURS } from '@/lib/voting/tell/rules';
import type { PollView } from '@/lib/voting/types';
import { NoteField } from './note-field';

type PublishedLaterProps = {
  locale: string;
  poll: PollView;
  /** Which of the two the address opens; anything else: the note. */
  asked: unknown;
  note: FormAction;
  /** Puts it away, or takes it out again. */
  archive: FormAction;
  canUnarchive: boolean;
};

/** What can still be done to a result: say something about it, put it away; one at a time, so that no words are lost. */
export async function PublishedLater(props: PublishedLaterProps) {
  const { locale, poll, asked, note, archive, canUnarchive } = props;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const canArchive = canUnarchive || (!poll.isArchived && !poll.isTest);
  const way = canUnarchive ? 'unarchive' : 'archive';
  const isArchiving = canArchive && asked === 'archive';
  return (
    <div id="change">
      {canArchive ? (
        <FilterLinks
          label={t('later.choice')}
          // messages: voting-drafts.note.title voting-drafts.archive.title voting-drafts.unarchive.title
          items={(['note', 'archive'] as const).map((change) => ({
            href: localized(locale, votingPaths.teamPollLater(poll.number, change)),
            label: t(`${change === 'archive' ? way : change}.title`),
            current: (change === 'archive') === isArchiving,
          }))}
        />
      ) : null}
      {isArchiving ? (
        <Archive {...{ locale, poll, way }} action={archive} />
      ) : (
        <Note locale={locale} poll={poll} action={note} />
      )}
    </div>
  );
}

type PartProps = { locale: string; poll: PollView; action: FormAction };

async function Archive({
  locale,
  poll,
  way,
  action,
}: PartProps & { way: 'archive' | 'unarchive' }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section
      // messages: voting-drafts.archive.* voting-drafts.unarchive.*
      title={t(`${way}.title`)}
      intro={t(`${way}.intro`, { hours: UNARCHIVE_HOURS })}
    >
      <Form
        locale={locale}
        action={action}
        submitLabel={t(`${way}.submit`)}
        submitVariant="secondary"
        warnOnLeave={false}
      >
        <HiddenFields values={{ number: String(poll.number) }} />
      </Form>
    </Section>
  );
}

async function Note({ locale, poll, action }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section title={t('note.title')} intro={t('note.intro')}>
      <Form locale={locale} action={action} submitLabel={t('note.submit')}>
        <HiddenFields values={{ number: String(poll.number) }} />
        <NoteField locale={locale} />
      </Form>
    </Section>
  );
}
