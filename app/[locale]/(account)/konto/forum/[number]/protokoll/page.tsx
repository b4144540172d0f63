import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { MinutesText } from '@/components/forum/minutes-parts';
import { Turnout } from '@/components/forum/outcome';
import { BeyondConfirmed } from '@/components/forum/raised';
import { SessionTime } from '@/components/forum/session-facts';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { FilterLinks } from '@/components/ui/filter-links';
import { Notice } from '@/components/ui/notice';
import { requireRepresentative } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { getMinutes } from '@/lib/forum/minutes/queries';
import { canConfirmMinutes, canReturnMinutes } from '@/lib/forum/minutes/rules';
import type { MinutesView } from '@/lib/forum/minutes/types';
import { forumPaths } from '@/lib/forum/paths';
import { confirmMinutesAction, returnMinutesAction } from '../../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ answer?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum.minutes.title');
}

/** Minutes as the office wrote them, for those who say whether it was so. */
export default async function ConfirmMinutesPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = forumPaths.representationMinutes(number);
  const minutes = await guarded(locale, path, async () =>
    getMinutes(await requireRepresentative(), number),
  );
  const t = await getTranslations({ locale, namespace: 'forum' });
  const own = await getTranslations({ locale, namespace: 'forum-representation' });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader
        back={{
          href: localized(locale, forumPaths.representation()),
          label: own('title'),
        }}
        overline={t('minutes.title')}
        title={minutes.title}
        titleLang={contentLang(locale)}
        meta={
          <>
            <SessionTime locale={locale} session={minutes} />
            {` · ${minutes.place}`}
          </>
        }
      />
      <Notice tone={minutes.state === 'CONFIRMED' ? 'good' : 'info'} role="status">
        <p>{t(`minutes.state.${minutes.state}`)}</p>
        <BeyondConfirmed
          locale={locale}
          items={[...minutes.items, { late: null, corrections: minutes.turnoutCorrections }]}
          since={minutes.state === 'CONFIRMED' ? minutes.since : null}
        />
      </Notice>
      {minutes.attended === null ? null : (
        <Section title={t('outcome.numbers')}>
          <Turnout
            locale={locale}
            attended={minutes.attended}
            votingResidents={minutes.votingResidents}
            corrections={minutes.turnoutCorrections}
          />
        </Section>
      )}
      <Section title={t('minutes.said')}>
        <MinutesText locale={locale} items={minutes.items} />
      </Section>
      <Decide locale={locale} minutes={minutes} asked={(await believed(searchParams)).answer} />
    </ActShell>
  );
}

type DecideProps = { locale: string; minutes: MinutesView; asked?: unknown };

/** One answer at a time: what is typed would be lost with the other. */
async function Decide({ locale, minutes, asked }: DecideProps) {
  const t = await getTranslations({ locale, namespace: 'forum-representation.minutes' });
  const answers = [
    ...(canConfirmMinutes(minutes.state) ? (['confirm'] as const) : []),
    ...(canReturnMinutes(minutes.state) ? (['return'] as const) : []),
  ];
  const open = answers.find((answer) => answer === asked) ?? answers[0];
  return (
    <div id="answer">
      {answers.length > 1 ? (
        <FilterLinks
          label={t('choice')}
          // messages: forum-representation.minutes.answer.*
          items={answers.map((answer) => ({
            href: localized(locale, forumPaths.representationMinutes(minutes.number, answer)),
            label: t(`answer.${answer}`),
            current: answer === open,
          }))}
        />
      ) : null}
      {open === 'confirm' ? <Confirm locale={locale} minutes={minutes} /> : null}
      {open === 'return' ? <Return locale={locale} minutes={minutes} /> : null}
    </div>
  );
}

const seenOf = ({ number, version }: MinutesView) => ({
  session: String(number),
  version: String(version),
});

async function Confirm({ locale, minutes }: DecideProps) {
  const t = await getTranslations({ locale, namespace: 'forum.minutes' });
  return (
    <Section title={t('confirmTitle')} intro={<p>{t('confirmIntro')}</p>}>
      <Form
        locale={locale}
        action={confirmMinutesAction}
        submitLabel={t('confirmButton')}
        warnOnLeave={false}
      >
        <HiddenFields values={seenOf(minutes)} />
      </Form>
    </Section>
  );
}

async function Return({ locale, minutes }: DecideProps) {
  const t = await getTranslations({ locale, namespace: 'forum.minutes' });
  const seen = await whoSees(locale);
  return (
    <Section title={t('returnTitle')} intro={<p>{t('returnIntro')}</p>}>
      <Form
        locale={locale}
        action={returnMinutesAction}
        submitLabel={t('returnButton')}
        submitVariant="secondary"
      >
        <HiddenFields values={seenOf(minutes)} />
        <TextArea
          name="note"
          minLength={5}
          label={t('returnNote')}
          whoSees={seen.INTERNAL}
          rows={4}
          required
        />
      </Form>
    </Section>
  );
}
