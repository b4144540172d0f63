import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TaskList, TaskRow } from '@/components/ui/task-row';
import { accountsPaths } from '@/lib/accounts/paths';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { wayWord } from '@/lib/voting/count/sheets/rules';
import type { CountingView, CountingWay } from '@/lib/voting/count/sheets/types';
import { votingPaths } from '@/lib/voting/paths';
import { CountSteps } from './count-steps';

type CountOverviewProps = { locale: string; view: CountingView; isOffice: boolean };

/** Where the counting is and what this person can do next. */
export async function CountOverview({ locale, view, isOffice }: CountOverviewProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { number, ways, state } = view;
  const back = isOffice
    ? { href: localized(locale, votingPaths.teamPoll(number)), label: t('overview.back') }
    : { href: localized(locale, accountsPaths.account()), label: t('overview.backAccount') };
  const isCounting = state === 'CLOSED' && view.disputed === null;
  return (
    <>
      <PageHeader
        title={view.question}
        titleLang={contentLang(locale)}
        overline={t('overview.overline', { number, when: longDateTime(view.closesAt, locale) })}
        lead={isCounting ? t('overview.lead') : undefined}
        back={back}
      />
      {view.isTest ? <Notice tone="warn">{t('overview.test')}</Notice> : null}
      {state === 'CLOSED' ? null : <Done locale={locale} view={view} isOffice={isOffice} />}
      {ways.length > 0 && view.disputed === null ? (
        <Section title={t('overview.ways')}>
          <TaskList label={t('overview.ways')}>
            {ways.map((way) => (
              <WayRow key={way.channel} locale={locale} number={number} way={way} />
            ))}
          </TaskList>
        </Section>
      ) : null}
      {isCounting ? <How locale={locale} view={view} isOffice={isOffice} /> : null}
    </>
  );
}

async function Done({ locale, view, isOffice }: CountOverviewProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { number, state } = view;
  const isCounted = state === 'COUNTED';
  return (
    <Notice tone="good">
      <p>{t('overview.done')}</p>
      {isCounted && isOffice ? (
        <p>
          <ButtonLink href={localized(locale, votingPaths.teamPollPublish(number))} arrow>
            {t('overview.toPublish')}
          </ButtonLink>
        </p>
      ) : null}
      {isCounted && !isOffice ? <p>{t('overview.waitPublish')}</p> : null}
      {isCounted || view.isTest ? null : (
        <p>
          <a href={localized(locale, votingPaths.poll(number))}>{t('overview.toPoll')}</a>
        </p>
      )}
    </Notice>
  );
}

type WayRowProps = { locale: string; number: number; way: CountingWay };

async function WayRow({ locale, number, way }: WayRowProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { channel, stage, mine, full } = way;
  const href = localized(locale, votingPaths.countingSheet(number, wayWord(channel)));
  const action = actionOf(way);
  // messages: counting.stage.* counting.way.* counting.go.*
  const title = t(`way.${channel}`);
  return (
    <TaskRow
      title={title}
      href={href}
      why={full ? t('stage.full') : t(`stage.${stage === 'first' && mine ? 'firstMine' : stage}`)}
      since=""
      tone={stage === 'agreed' ? 'good' : 'waiting'}
      action={
        action ? (
          <ButtonLink href={href} variant={action === 'count' ? undefined : 'secondary'}>
            {t(`go.${action}`)}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

function actionOf({ stage, mine, full }: CountingWay) {
  if (full) return null;
  if (stage === 'agreed') return 'look';
  if (!mine) return 'count';
  if (stage === 'differs') return 'compare';
  return stage === 'too-many' ? 'surplus' : 'change';
}

async function How({ locale, view, isOffice }: CountOverviewProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const hasPapers = view.ways.some(({ channel }) => channel === 'PAPER');
  return (
    <Section title={t('overview.howTitle')}>
      {hasPapers ? <p>{t('overview.issued', { issued: view.issued })}</p> : null}
      <Prose>
        <ol>
          <CountSteps locale={locale} isHands={!hasPapers} />
        </ol>
      </Prose>
      <p>
        <a href={votingPaths.countingChecklistFile(view.number, locale)}>{t('overview.print')}</a>
      </p>
      {isOffice ? <Notice tone="info">{t('overview.alone')}</Notice> : null}
    </Section>
  );
}
