import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EarlierWords } from '@/components/audit/corrections';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { AddToMinutes } from '@/components/forum/add-to-minutes';
import { CorrectAddition } from '@/components/forum/correcting';
import { MinutesFields, MinutesText } from '@/components/forum/minutes-parts';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { BeyondConfirmed } from '@/components/forum/raised';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listEarlier } from '@/lib/audit/corrections/queries';
import type { EarlierVersion } from '@/lib/audit/corrections/types';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { listProposalsForAgenda } from '@/lib/forum/agenda/queries';
import { getMinutes, hasRepresentation } from '@/lib/forum/minutes/queries';
import {
  areMinutesPublic,
  canTakeBackMinutes,
  canWriteMinutes,
  openedAddition,
} from '@/lib/forum/minutes/rules';
import { recordField } from '@/lib/forum/minutes/schema';
import type { MinutesView } from '@/lib/forum/minutes/types';
import { forumPaths } from '@/lib/forum/paths';
import {
  addToMinutesAction,
  correctAdditionAction,
  saveMinutesAction,
  takeBackMinutesAction,
} from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ correct?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.tab.minutes');
}

/** The office writes the minutes and hands them to whoever the residents elected. */
export default async function MinutesPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = forumPaths.teamForumMinutes(number);
  const asked = String((await believed(searchParams)).correct ?? '');
  const { minutes, earlier, isConfirmable, proposals } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await getMinutes(actor, number);
    return {
      minutes: found,
      earlier: await listEarlier(
        actor,
        found.items.map(({ id }) => id),
      ),
      isConfirmable: await hasRepresentation(actor),
      proposals: await listProposalsForAgenda(actor),
    };
  });
  const open = openedAddition(minutes.items, asked);
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="forum">
      <PageHeader
        title={t('tab.minutes')}
        overline={minutes.title}
        overlineLang={contentLang(locale)}
      />
      <OfficeTabs locale={locale} number={number} current="minutes" />
      <Notice tone={minutes.state === 'CONFIRMED' ? 'good' : 'info'}>
        <p>{t(`minutes.state.${minutes.state}`)}</p>
        <BeyondConfirmed
          locale={locale}
          items={[...minutes.items, { late: null, corrections: minutes.turnoutCorrections }]}
          since={minutes.state === 'CONFIRMED' ? minutes.since : null}
        />
      </Notice>
      {minutes.returnNote === '' ? null : (
        <Notice tone="info" title={t('minutes.returned')}>
          <p lang="de">{minutes.returnNote}</p>
        </Notice>
      )}
      {canWriteMinutes(minutes.state) ? (
        <Draft locale={locale} minutes={minutes} isConfirmable={isConfirmable} />
      ) : (
        <>
          <Section title={t('minutes.textTitle')}>
            <Written {...{ locale, minutes, earlier, open, proposals }} />
          </Section>
          {canTakeBackMinutes(minutes.state) ? (
            <TakeBack locale={locale} minutes={minutes} />
          ) : null}
          {/* One form at a time: what is typed into one would be lost with the answer to another. */}
          {areMinutesPublic(minutes.state) && open === '' ? (
            <AddToMinutes
              {...{ locale, proposals, number, version: minutes.version }}
              action={addToMinutesAction}
            />
          ) : null}
        </>
      )}
    </TeamShell>
  );
}

type WrittenProps = {
  locale: string;
  minutes: MinutesView;
  /** What stood there before it was corrected, by item. */
  earlier: Map<string, EarlierVersion[]>;
  /** The item whose form the address opens; empty: none. */
  open: string;
  /** Those anything can be about. */
  proposals: { number: number; title: string }[];
};

/** As everybody reads it; what was added later can be corrected. */
async function Written({ locale, minutes, earlier, open, proposals }: WrittenProps) {
  const t = await getTranslations({ locale, namespace: 'forum-raised.field' });
  const labels = {
    ...{ title: t('title'), record: t('record'), raised_why: t('reason') },
    proposals: t('proposals'),
  };
  return (
    <MinutesText
      locale={locale}
      items={minutes.items}
      actions={(item) => (
        <>
          <EarlierWords {...{ locale, labels }} versions={earlier.get(item.id) ?? []} />
          {areMinutesPublic(minutes.state) ? (
            <CorrectAddition
              {...{ locale, open, item }}
              offered={proposals}
              number={minutes.number}
              action={correctAdditionAction}
            />
          ) : null}
        </>
      )}
    />
  );
}

const seenOf = ({ number, version }: MinutesView) => ({
  session: String(number),
  version: String(version),
});

async function TakeBack({ locale, minutes }: { locale: string; minutes: MinutesView }) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <Section title={t('minutes.takeBackTitle')}>
      <Form
        locale={locale}
        action={takeBackMinutesAction}
        submitLabel={t('minutes.takeBackButton')}
        warnOnLeave={false}
      >
        <HiddenFields values={seenOf(minutes)} />
        <p>{t('minutes.takeBackHint')}</p>
      </Form>
    </Section>
  );
}

type DraftProps = { locale: string; minutes: MinutesView; isConfirmable: boolean };

async function Draft({ locale, minutes, isConfirmable }: DraftProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const { number, items } = minutes;
  const isDraft = minutes.state === 'DRAFT';
  if (items.length === 0) {
    const action = {
      href: localized(locale, forumPaths.teamForumAgenda(number)),
      label: t('tab.agenda'),
    };
    return <EmptyState title={t('minutes.noAgenda')} action={action} />;
  }
  return (
    <Section title={t('minutes.textTitle')} intro={<p>{t('minutes.textIntro')}</p>}>
      <Form
        locale={locale}
        action={saveMinutesAction}
        values={Object.fromEntries(items.map(({ id, record }) => [recordField(id), record]))}
        submitLabel={t('minutes.saveButton')}
        submitVariant={isDraft ? 'secondary' : undefined}
        secondary={
          isDraft ? (
            <Button name="step" value="handOver">
              {t(isConfirmable ? 'minutes.submitButton' : 'minutes.publishButton')}
            </Button>
          ) : null
        }
      >
        <HiddenFields
          values={{
            ...seenOf(minutes),
            attended: String(minutes.attended ?? ''),
            // The value of a button that is pressed stands behind it and counts.
            step: 'save',
          }}
        />
        <MinutesFields locale={locale} items={items} />
        {isDraft ? (
          <HandOverNote locale={locale} minutes={minutes} isConfirmable={isConfirmable} />
        ) : null}
      </Form>
    </Section>
  );
}

async function HandOverNote({ locale, minutes, isConfirmable }: DraftProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const { number, attended } = minutes;
  return (
    <div className="stack">
      <p>{t(isConfirmable ? 'minutes.submitHint' : 'minutes.publishHint')}</p>
      <p className="small">
        {attended === null ? t('minutes.noTurnout') : t('minutes.turnout', { attended })}{' '}
        <a
          href={localized(locale, forumPaths.teamForumResult(number))}
          target="_blank"
          rel="noopener"
        >
          {t('tab.result')} {common('frame.newWindow')}
        </a>
      </p>
    </div>
  );
}
