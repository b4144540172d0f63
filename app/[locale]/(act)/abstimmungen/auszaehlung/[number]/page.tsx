import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { CountDisputed } from '@/components/voting/count-disputed';
import { CountOverview } from '@/components/voting/count-overview';
import { requireRight } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { mayCoordinate } from '@/lib/accounts/policy';
import { believed } from '@/lib/core/page-cache';
import { numberInPath } from '@/lib/core/paths';
import { getCounting } from '@/lib/voting/count/sheets/queries';
import type { CountingView } from '@/lib/voting/count/sheets/types';
import { votingPaths } from '@/lib/voting/paths';
import { mayCount } from '@/lib/voting/policy';
import { countAgainAction, restartCountAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ again?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  // messages: counting.overview.pageTitle
  return pageTitle(locale, 'counting.overview.pageTitle', { number: numberInPath(number) });
}

export default async function CountingPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.counting(number);
  const { view, isOffice } = await guarded(locale, path, async () => {
    const actor = await requireRight(mayCount);
    return { view: await getCounting(actor, number), isOffice: mayCoordinate(actor) };
  });
  const { again } = await believed(searchParams);
  return (
    <ActShell locale={locale} path={path} current="polls">
      <CountOverview locale={locale} view={view} isOffice={isOffice} />
      {view.isRunning ? <Running locale={locale} /> : null}
      {view.disputed ? (
        <CountDisputed locale={locale} check={view.disputed} isStill={again === 'no'} />
      ) : null}
      {view.disputed && isOffice ? <Again locale={locale} number={number} /> : null}
      {isOffice ? <Restart locale={locale} view={view} /> : null}
      {view.hasWholeBallots ? <WholeBallots locale={locale} number={number} /> : null}
    </ActShell>
  );
}

/** Whoever looks again after a while finds the result. */
async function Running({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Notice tone="info" role="status">
      {t('counting.running')}
    </Notice>
  );
}

/** For whoever counts again for all the others. */
async function WholeBallots({ locale, number }: { locale: string; number: number }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Section title={t('whole.title')} intro={t('whole.text')}>
      <p>
        <a href={votingPaths.pollWholeBallotsFile(number)} download>
          {t('whole.link')}
        </a>
      </p>
    </Section>
  );
}

async function Again({ locale, number }: { locale: string; number: number }) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  return (
    <Form
      locale={locale}
      action={countAgainAction}
      submitLabel={t('disputed.again')}
      submitVariant="secondary"
      warnOnLeave={false}
    >
      <HiddenFields values={{ poll: String(number) }} />
    </Form>
  );
}

/** Only where two people cannot come to terms; what was agreed on stays. */
async function Restart({ locale, view }: { locale: string; view: CountingView }) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const stuck = view.ways.find(({ stage }) => stage === 'differs' || stage === 'too-many');
  if (!stuck) return null;
  return (
    <Section title={t('restart.title')} intro={t('restart.text')}>
      <Form
        locale={locale}
        action={restartCountAction}
        submitLabel={t('restart.submit')}
        submitVariant="danger"
        warnOnLeave={false}
      >
        <HiddenFields
          values={{ poll: String(view.number), channel: stuck.channel, seen: stuck.sheets }}
        />
      </Form>
    </Section>
  );
}
